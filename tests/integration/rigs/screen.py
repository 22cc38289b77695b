"""A screen of its own for programs with windows, and hands that type."""

import os
import pathlib
import subprocess

from . import process


class Screen:
    """An X server without a screen, and hands that type."""

    def __init__(self, folder):
        self._display = folder / "display"
        with open(self._display, "wb") as number:
            self._server = subprocess.Popen(["Xvfb", "-noreset", "-displayfd", "1", "-screen", "0", "1280x1024x24"],
                                            stdout=number, stderr=subprocess.DEVNULL)
        process.until(lambda: self._display.read_text().strip(), 20, "the screen")
        self.name = ":" + self._display.read_text().strip()

    def type(self, title, keys):
        """Into the window whose title holds this, as soon as it is there."""
        self.focus(title)
        self.press(keys)

    def focus(self, title):
        self._ask("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync")

    def press(self, *keys):
        self._ask("key", *keys)

    def click_near_corner(self, right, bottom):
        """So many pixels from the lower right corner of the youngest window."""
        window = str(self.windows()[-1])
        size = dict(line.split("=") for line in self._ask("getwindowgeometry", "--shell", window).splitlines() if "=" in line)
        self._ask("mousemove", "--window", window, str(int(size["WIDTH"]) - right), str(int(size["HEIGHT"]) - bottom), "click", "1")

    def write(self, text):
        self._ask("type", "--delay", "20", text)

    def windows(self, title="."):
        """Ids of the windows that can be seen and are called so (a regular expression), the oldest first."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], env=self._environment(), capture_output=True,
                               text=True, timeout=30)
        return sorted(map(int, found.stdout.split()))

    def titles(self):
        def name(window):  # empty where it has closed meanwhile
            return subprocess.run(["xdotool", "getwindowname", str(window)], env=self._environment(), capture_output=True, text=True,
                                  timeout=30).stdout.strip()
        return [name(window) for window in self.windows()]

    def focus_on(self, window):
        self._ask("windowfocus", "--sync", str(window))

    def settle(self):
        """Until two pictures in a row are the same: what appears slowly has appeared."""
        before = self.pixels()
        for _ in range(10):
            now = self.pixels()
            if now == before:
                return
            before = now

    def pixels(self):
        return subprocess.run(["import", "-window", "root", "-depth", "8", "rgb:-"], env=self._environment(), capture_output=True,
                              timeout=60).stdout

    def picture(self, path):
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        process.run(["import", "-window", "root", str(path)], env=self._environment(), timeout=60)

    def _ask(self, *words):
        return process.run(["xdotool", *words], env=self._environment(), timeout=30)

    def _environment(self):
        return os.environ | {"DISPLAY": self.name}

    def stop(self):
        self._server.terminate()
        self._server.wait()
