#!/usr/bin/env python3
"""Draws the pictures that fit many steps (pictures/window-*, dialog-*, desk-*): the same window, menu or dialog, with
the words of the step. Run it after a change; it writes only its own pictures."""

import pathlib

INK, QUIET, BAR, EDGE, HEAD, BLUE = "#1B2733", "#44566A", "#C9D4DF", "#9DAEBF", "#D5DFEA", "#2B5D8C"
CHOSEN, PALE, RING, SKIN = "#D8E6F4", "#EDF2F7", "#C2330A", "#FFE3CF"
HAND = ("M-12 13 A12 12 0 0 1 12 13 V48 C12 40 36 40 36 52 V58 C36 50 58 50 58 62 V68 C58 60 78 60 78 72 V100 "
        "C78 124 66 140 40 140 H20 C0 140 -12 132 -22 114 L-46 76 C-54 62 -36 52 -26 64 L-12 82 Z")


def rect(x, y, w, h, fill="none", rx=0, stroke=None, width=2):
    edge = f' stroke="{stroke}" stroke-width="{width}"' if stroke else ""
    return f'  <rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{rx}" fill="{fill}"{edge}/>'


def line(x1, y1, x2, y2, stroke=EDGE, width=2):
    return (f'  <line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{stroke}" stroke-width="{width}" '
            'stroke-linecap="round"/>')


def text(x, y, word, room, size=28, bold=False, anchor="start", fill=INK):
    weight = ' font-weight="bold"' if bold else ""
    return (f'  <text x="{x}" y="{y}" font-family="BIZ UDPGothic" font-size="{size}"{weight} text-anchor="{anchor}" '
            f'fill="{fill}" data-width="{room}">{{{{{word}}}}}</text>')


def bar(x, y, w, h=14):
    return rect(x, y, w, h, BAR, h / 2)


def bars(x, top, bottom, widths=(240, 360), step=72):
    return [bar(x, y + n * 26, width, 16 - 4 * n) for y in range(top, bottom, step) for n, width in enumerate(widths)]


def ground():
    return [rect(1, 1, 958, 598, "#E4EBF2", 24, "#BAC7D4")]


def cross(x, y):
    return [line(x, y, x + 18, y + 18, QUIET, 3), line(x, y + 18, x + 18, y, QUIET, 3)]


def window(x=36, y=36, w=888, h=528, title=None):
    head = (f'  <path d="M{x} {y + 52} V{y + 14} A14 14 0 0 1 {x + 14} {y} H{x + w - 14} A14 14 0 0 1 {x + w} {y + 14} '
            f'V{y + 52} Z" fill="{HEAD}" stroke="{EDGE}" stroke-width="2"/>')
    named = [text(x + 24, y + 36, title, w - 120)] if title else [bar(x + 24, y + 20, 180)]
    return [rect(x + 6, y + 8, w, h, "#C4CFDB", 14), rect(x, y, w, h, "#FFFFFF", 14, EDGE), head, *named,
            *cross(x + w - 45, y + 17)]


def dialog(title="title"):
    behind = [rect(36, 36, 888, 528, "#F4F7FA", 14, BAR), rect(36, 36, 888, 52, "#E2E9F0", 14)]
    return behind + window(140, 40, 680, 520, title)


def tabs(chosen=True):
    """The tab in question is the third; `chosen`: it is in front."""
    strip = [rect(142, 92, 676, 60, PALE), line(142, 152, 818, 152)]
    others = [part for x, w in ((160, 90), (260, 90))
              for part in (rect(x, 100, w, 52, PALE, 6, BAR), bar(x + 15, 120, w - 30))]
    fill = "#FFFFFF" if chosen else PALE
    word = text(500, 136, "tab", 264, 26, chosen, "middle")
    return strip + others + [rect(360, 98, 280, 56, fill, 6, EDGE), word]


def ring(x, y, w, h, tip=None, turn=0, scale=0.85):
    """Ring around a place; the hand's finger tip is at `tip`, below the middle unless told."""
    tip = tip or (x + w / 2, y + h + 4)
    turned = f" rotate({turn})" if turn else ""
    return [rect(x, y, w, h, "none", 16, "#FFFFFF", 15), rect(x, y, w, h, "none", 16, RING, 7),
            f'  <g transform="translate({tip[0]:g} {tip[1]:g}){turned} scale({scale})">',
            f'    <path d="{HAND}" fill="#FFFFFF" stroke="#FFFFFF" stroke-width="14" stroke-linejoin="round"/>',
            f'    <path d="{HAND}" fill="{SKIN}" stroke="{INK}" stroke-width="5" stroke-linejoin="round"/>',
            f'    <path d="M12 48 V76 M36 58 V80 M58 68 V86" fill="none" stroke="{INK}" stroke-width="5" '
            'stroke-linecap="round"/>',
            f'    <path d="M-14 138 H58 V168 H-14 Z" fill="{BLUE}" stroke="{INK}" stroke-width="5" '
            'stroke-linejoin="round"/>', "  </g>"]


def button(x, y, w, word, h=64):
    return [rect(x, y, w, h, "#FFFFFF", 8, BLUE, 4), text(x + w / 2, y + 42, word, w - 16, 28, False, "middle")]


def folders(word):
    rows = [part for y in (190, 240, 290, 430, 480) for part in (rect(66, y, 32, 26, BAR, 5), bar(114, y + 6, 150))]
    return [rect(38, 90, 330, 472, PALE), line(368, 90, 368, 562), *rows, bar(62, 120, 220, 18),
            rect(66, 352, 36, 30, "#FFFFFF", 5, BLUE, 4), text(116, 378, word, 236, 28)]


def mails():
    return bars(396, 130, 540)


def box(x, y, ticked=True):
    tick = [f'  <path d="M{x + 7} {y + 17} l8 9 l14 -17" fill="none" stroke="{BLUE}" stroke-width="5" '
            'stroke-linecap="round" stroke-linejoin="round"/>'] if ticked else []
    return [rect(x, y, 36, 36, "#FFFFFF", 5, BLUE, 4), *tick]


def rows_of_a_dialog():
    return [bar(180, 190, 180), rect(400, 178, 220, 38, "#FFFFFF", 5, BAR), bar(180, 240, 150),
            rect(400, 228, 220, 38, "#FFFFFF", 5, BAR)]


def lower_buttons():
    return [part for x in (480, 648) for part in (rect(x, 482, 150, 60, PALE, 8, BAR), bar(x + 33, 505, 84))]


def check(lines, ticked=True):
    words = [text(236, 326 + 38 * n, "check" if n == 0 else "check-2", 550, 26) for n in range(lines)]
    return [*dialog(), *tabs(), *rows_of_a_dialog(), *box(184, 300, ticked), *words, *lower_buttons(),
            *ring(172, 288, 60, 60, (204, 354))]


def menu_bar(word):
    return [rect(38, 90, 884, 50, PALE), line(38, 140, 922, 140), text(64, 125, word, 256),
            bar(350, 108, 90), bar(470, 108, 90), bar(590, 108, 90)]


def menu(rows):
    """An open menu; the word is in the fourth row."""
    grey = [bar(84, 164 + 56 * n, 190 + 30 * (n % 3)) for n in range(rows) if n != 3]
    return [rect(54, 142, 480, 56 * rows + 8, "#FFFFFF", 6, EDGE), rect(60, 306, 468, 58, CHOSEN, 6), *grey,
            text(84, 345, "item", 430)]


def ribbon(button_word):
    return [rect(38, 88, 884, 56, PALE), bar(66, 108, 90), text(200, 126, "tab", 200, 28, True),
            bar(430, 108, 90), bar(560, 108, 90), rect(38, 144, 884, 150, "#FFFFFF"), line(38, 294, 922, 294),
            *[part for x in (66, 166, 266) for part in (rect(x, 164, 60, 60, BAR, 8), bar(x, 244, 60, 12))],
            rect(600, 160, 64, 60, CHOSEN, 8, BLUE, 4), text(632, 266, button_word, 420, 28, False, "middle")]


PICTURES = {
    "window-menu": lambda: [*window(), *menu_bar("menu"), *bars(396, 180, 540), *bars(70, 190, 540, (200,)),
                            *ring(50, 90, 220, 52, (160, 148))],
    "window-menu-item": lambda: [*window(), *menu_bar("menu"), *bars(580, 180, 540, (200, 280)), *menu(6),
                                 *ring(54, 302, 480, 66, (420, 372))],
    "window-tab": lambda: [*window(), rect(38, 88, 884, 56, PALE), bar(66, 108, 90), text(200, 126, "tab", 230),
                           bar(470, 108, 90), bar(600, 108, 90), rect(38, 144, 884, 130, "#FFFFFF"),
                           line(38, 274, 922, 274), *bars(70, 310, 500), *ring(180, 86, 270, 60, (300, 152))],
    "window-ribbon": lambda: [*window(), *ribbon("button"), *bars(70, 330, 540, (240, 300)),
                              *ring(424, 150, 416, 134, (640, 290))],
    "window-folder": lambda: [*window(), *folders("folder"), *mails(), *ring(50, 334, 308, 68, (356, 372), -62)],
    "window-context": lambda: [*window(), *bars(70, 120, 540, (200,)), *mails(), rect(390, 120, 520, 62, CHOSEN, 8),
                               bar(410, 144, 260, 16), rect(440, 200, 440, 330, "#FFFFFF", 6, EDGE),
                               *[bar(470, y, 200) for y in (226, 280, 420, 474)],
                               rect(446, 326, 428, 62, CHOSEN, 6), text(470, 366, "item", 390),
                               *ring(444, 322, 432, 70, (780, 396))],
    "window-mail": lambda: [*window(), *bars(70, 120, 540, (200,)), rect(390, 120, 520, 84, CHOSEN, 8),
                            bar(410, 142, 260, 16), bar(410, 172, 380, 12), *bars(396, 240, 500),
                            *ring(388, 114, 524, 96, (600, 214))],
    "window-status": lambda: [*window(), *bars(70, 120, 480, (200,)), *bars(396, 120, 480),
                              rect(38, 500, 884, 60, PALE), line(38, 500, 922, 500), bar(66, 523, 160),
                              text(890, 540, "status", 460, 28, False, "end"),
                              *ring(420, 500, 486, 60, (600, 494), 180, 0.7)],
    "window-close": lambda: [*window(36, 36, 888, 528, "title"), *bars(70, 120, 540, (200,)), *bars(396, 120, 540),
                             *ring(866, 40, 46, 46, (884, 92))],
    "dialog-tab": lambda: [*dialog(), *tabs(False), *rows_of_a_dialog(), bar(180, 320, 300), bar(180, 370, 380),
                           *lower_buttons(), *ring(356, 94, 288, 62, (500, 162))],
    "dialog-check": lambda: check(1),
    "dialog-check-off-long": lambda: check(2, False),
    "dialog-check-long": lambda: check(2),
    "dialog-field": lambda: [*dialog(), *tabs(), *rows_of_a_dialog(), text(168, 338, "field", 340, 26),
                             rect(524, 304, 266, 52, "#FFFFFF", 5, BLUE, 4), text(540, 340, "value", 236, 26),
                             *lower_buttons(), *ring(516, 296, 282, 68, (650, 370))],
    "dialog-button": lambda: [*dialog(), *rows_of_a_dialog(), bar(180, 320, 300), bar(180, 370, 380),
                              *button(470, 470, 320, "button"), *ring(462, 462, 336, 80, (560, 458), 180, 0.8)],
    "dialog-list": lambda: [*dialog(), rect(170, 120, 390, 400, "#FFFFFF", 5, EDGE), rect(176, 132, 378, 60, CHOSEN, 5),
                            text(196, 172, "row", 340), bar(196, 230, 240), bar(196, 284, 200),
                            *button(580, 190, 220, "button"), rect(580, 120, 220, 54, PALE, 8, BAR),
                            *ring(572, 182, 236, 80, (690, 268))],
    "desk-search": lambda: [rect(36, 36, 888, 528, "#F4F7FA", 14, EDGE), rect(38, 500, 884, 62, HEAD),
                            *[rect(70 + 76 * n, 510, 44, 42, BAR, 8) for n in range(1, 9)],
                            rect(60, 100, 560, 390, "#FFFFFF", 14, EDGE), rect(84, 124, 512, 64, "#FFFFFF", 8, BLUE, 4),
                            text(104, 166, "typed", 470), rect(84, 220, 512, 76, CHOSEN, 8),
                            rect(104, 236, 44, 44, BLUE, 8), text(164, 268, "found", 420), bar(104, 340, 260),
                            bar(104, 390, 220), *ring(80, 214, 520, 88, (420, 308))],
    "desk-files": lambda: [*window(36, 36, 888, 528, "title"), *bars(70, 130, 540, (180,)),
                           line(300, 90, 300, 562), *[part for y in (130, 200, 410, 480) for part in (
                               rect(336, y, 40, 48, BAR, 6), bar(400, y + 18, 260))],
                           rect(326, 262, 570, 120, CHOSEN, 8), rect(340, 290, 46, 56, "#FFFFFF", 6, BLUE, 4),
                           text(408, 332, "file-name", 470), *ring(324, 266, 574, 104, (600, 376))],
    "desk-paper": lambda: [rect(206, 48, 560, 520, "#C4CFDB", 8), rect(200, 40, 560, 520, "#FFFFFF", 8, EDGE),
                           rect(240, 80, 120, 60, CHOSEN, 8), bar(400, 96, 260, 18), *bars(240, 180, 260, (420, 360)),
                           rect(230, 296, 500, 74, CHOSEN, 8), text(480, 344, "paper", 470, 28, True, "middle"),
                           *bars(240, 410, 520, (440, 380)), *ring(224, 290, 512, 86, (640, 382))],
    "desk-browser": lambda: [*window(), rect(38, 90, 884, 66, PALE), rect(150, 102, 640, 42, "#FFFFFF", 20, EDGE),
                             text(176, 133, "page", 590, 26), *bars(90, 210, 540, (300, 520)),
                             *ring(142, 96, 656, 54, (480, 158))],
}


def main():
    folder = pathlib.Path(__file__).parent / "pictures"
    for name, draw in PICTURES.items():
        lines = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 600" width="960" height="600">',
                 *ground(), *draw(), "</svg>", ""]
        (folder / f"{name}.svg").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
