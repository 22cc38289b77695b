// The one window: header, a screen that scrolls, footer.
#pragma once

#include "wizard/shell/brand.h"
#include "wizard/shell/navigation.h"
#include "wizard/shell/screen.h"

#include <QPointer>
#include <QWidget>

namespace wizard::widgets {
class Paragraph;
}

namespace wizard::shell {

class Footer;
class Header;
class PageScroll;

class Window : public QWidget
{
    Q_OBJECT
public:
    /// `screens`: the catalogue; `visit` outlives the window and takes its brand.
    Window(Visit &visit, const QList<ScreenEntry> &screens, const Brand &brand);
    ~Window() override;

    Navigation &navigation() { return m_navigation; }
    Screen *screen() const { return m_screen; }
    void setTextSize(int percent);
    int textSize() const { return m_tokens.percent; }
    void begin(const QString &screenId = {});

protected:
    /// Tab goes from the header to the screen, from there to the footer, and round: as it is read.
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrive(const QString &screenId);
    void refreshActions();
    void dressUp();
    void narrow();
    void showPractice();
    void askJump();
    void askContact();
    void focusFirst();

    Visit &m_visit;
    QList<ScreenEntry> m_screens;
    bool m_dark;
    Navigation m_navigation;
    Tokens m_tokens;
    Header *m_header;
    Footer *m_footer;
    widgets::Paragraph *m_practice;
    QWidget *m_strip;
    QWidget *m_page;
    PageScroll *m_scroll;
    QPointer<Screen> m_screen;
};

} // namespace wizard::shell
