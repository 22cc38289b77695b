#include "wizard/shell/window.h"

#include "wizard/shell/contact_sheet.h"
#include "wizard/shell/footer.h"
#include "wizard/shell/header.h"
#include "wizard/shell/jump_sheet.h"
#include "wizard/shell/page_scroll.h"
#include "wizard/shell/stylesheet.h"
#include "wizard/widgets/paragraph.h"

#include <QAbstractButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>

namespace wizard::shell {

Window::Window(Visit &visit, const QList<ScreenEntry> &screens, const Brand &brand)
    : m_visit(visit), m_screens(screens), m_dark(palette().color(QPalette::Window).lightness() < 128),
      m_navigation(Flow::read()), m_header(new Header), m_footer(new Footer),
      m_practice(new widgets::Paragraph(QStringLiteral("strip"))), m_strip(new QWidget), m_page(new QWidget),
      m_scroll(new PageScroll(m_page))
{
    m_visit.brand = brand;
    setObjectName(QStringLiteral("window"));
    auto *centre = new QHBoxLayout(m_page);
    centre->setContentsMargins(0, 0, 0, 0);
    m_strip->setObjectName(QStringLiteral("practice"));
    m_strip->setAttribute(Qt::WA_StyledBackground);
    auto *inStrip = new QHBoxLayout(m_strip);
    inStrip->setContentsMargins(wide, hair, wide, hair);
    inStrip->addWidget(m_practice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_strip);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_footer);
    setMinimumSize(640, 480);

    connect(&m_navigation, &Navigation::arrived, this, &Window::arrive);
    connect(m_footer, &Footer::backPressed, &m_navigation, &Navigation::back);
    connect(m_footer, &Footer::nextPressed, this, [this] { m_screen->goNext(); });
    connect(m_footer, &Footer::asidePressed, this, [this] { m_screen->goAside(); });
    connect(m_header, &Header::textSizeChosen, this, &Window::setTextSize);
    connect(m_header, &Header::languageChosen, this,
            [this](const QString &code) { m_visit.language().set(code); });
    connect(m_header, &Header::jumpAsked, this, &Window::askJump);
    connect(m_header, &Header::contactAsked, this, &Window::askContact);
    connect(&m_visit, &Visit::practiceChanged, this, &Window::showPractice);

    const auto shortcut = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    shortcut(Qt::ALT | Qt::Key_Left, [this] {
        if (m_footer->backButton()->isVisible())
            m_navigation.back();
    });
    shortcut(Qt::CTRL | Qt::Key_Plus, [this] { setTextSize(m_tokens.percent < 150 ? 150 : 200); });
    shortcut(Qt::CTRL | Qt::Key_Minus, [this] { setTextSize(m_tokens.percent > 150 ? 150 : 100); });
    shortcut(Qt::CTRL | Qt::Key_G, [this] { askJump(); });
    shortcut(Qt::Key_F1, [this] { askContact(); });
    dressUp();
}

Window::~Window() = default;

void Window::begin(const QString &screenId)
{
    m_navigation.begin();
    if (!screenId.isEmpty())
        m_navigation.jump(screenId);
}

void Window::dressUp()
{
    m_tokens.palette = m_dark ? m_visit.brand.dark : m_visit.brand.light;
    m_tokens.brand = m_visit.brand.id;
    setStyleSheet(sheetFor(m_tokens));
    m_header->setTextSize(m_tokens.percent);
    m_header->setLanguage(m_visit.language().code());
    m_header->retranslate();
    m_footer->retranslate();
    showPractice();
    narrow();
}

void Window::setTextSize(int percent)
{
    if (!textSizes.contains(percent) || percent == m_tokens.percent)
        return;
    m_tokens.percent = percent;
    dressUp();
}

void Window::narrow()
{
    // A centred column: nobody reads lines that go from one end of a large screen to the other.
    if (m_screen)
        m_screen->setMaximumWidth(m_tokens.body() * columnWidth + 2 * wide);
}

void Window::arrive(const QString &screenId)
{
    const auto entry = std::find_if(m_screens.begin(), m_screens.end(),
                                    [&](const ScreenEntry &e) { return screenId == QLatin1String(e.id); });
    if (entry == m_screens.end())
        return;
    if (m_screen) {
        m_screen->disconnect(this);
        m_screen->hide();
        m_page->layout()->removeWidget(m_screen);
        m_screen->deleteLater(); // may be the sender
    }
    m_screen = entry->make(m_visit);
    m_screen->setObjectName(screenId);
    m_screen->setParent(m_page);
    connect(m_screen, &Screen::left, &m_navigation, &Navigation::take);
    connect(m_screen, &Screen::actionsChanged, this, &Window::refreshActions);
    m_screen->speak();
    narrow();
    static_cast<QHBoxLayout *>(m_page->layout())->addWidget(m_screen);
    m_screen->show();
    m_header->show(screenId);
    m_scroll->verticalScrollBar()->setValue(0);
    const QPointer<Screen> entered = m_screen;
    entered->enter(); // may lead on at once
    if (entered != m_screen)
        return;
    refreshActions();
    focusFirst();
}

void Window::refreshActions()
{
    if (!m_screen)
        return;
    // A screen may go on under another title, and who does not see it hears this one.
    const QString name = model::inLanguage(m_visit.brand.name, m_visit.language().code());
    setWindowTitle(tr("%1: %2", "@window title").arg(name, m_screen->title()));
    const bool waited = !m_footer->nextButton()->isEnabled() && m_screen->next().enabled;
    m_footer->show(m_screen->next(), m_screen->aside(), m_navigation.canGoBack() && m_screen->mayGoBack());
    // What was waited for has come: the keyboard is led to it, unless it is busy on the screen itself.
    if (waited && !m_screen->isAncestorOf(focusWidget()))
        m_footer->nextButton()->setFocus();
}

void Window::focusFirst()
{
    // A field waits for typing; anything else waits for "next".
    if (auto *field = m_screen->findChild<QLineEdit *>();
        field && field->isVisibleTo(m_screen) && field->isEnabled())
        return field->setFocus();
    if (!m_screen->next().text.isEmpty() && m_screen->next().enabled)
        return m_footer->nextButton()->setFocus();
    for (auto *button : m_screen->findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(m_screen) && button->isEnabled())
            return button->setFocus();
    }
    m_footer->backButton()->setFocus();
}

void Window::showPractice()
{
    m_practice->say(tr("Practice: no real mail is touched.", "@banner"));
    m_strip->setVisible(m_visit.isPractice());
}

void Window::askJump()
{
    JumpSheet sheet(this);
    while (sheet.exec() == QDialog::Accepted) {
        if (m_navigation.jump(sheet.screenId()))
            return;
        sheet.sayUnknown();
    }
}

void Window::askContact()
{
    ContactSheet sheet(m_visit, m_navigation.current(), this);
    sheet.exec();
}

bool Window::focusNextPrevChild(bool next)
{
    // Qt's own order is that in which widgets were made, and a screen is made after the footer.
    QList<QWidget *> inOrder;
    for (const QWidget *part : std::initializer_list<const QWidget *>{m_header, m_scroll, m_footer}) {
        for (QWidget *widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain()) {
            if (part->isAncestorOf(widget) && (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible()
                && widget->isEnabled())
                inOrder += widget;
        }
    }
    if (inOrder.isEmpty())
        return false;
    if (!next)
        std::reverse(inOrder.begin(), inOrder.end());
    const qsizetype to = (inOrder.indexOf(focusWidget()) + 1) % inOrder.size(); // from nowhere: the first
    inOrder[to]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Window::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_header->setLanguage(m_visit.language().code());
        m_header->retranslate();
        m_footer->retranslate();
        showPractice();
        refreshActions();
    }
    QWidget::changeEvent(event);
}

void Window::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    narrow();
}

void Window::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Down:
        bar->triggerAction(event->key() == Qt::Key_Down ? QScrollBar::SliderSingleStepAdd
                                                        : QScrollBar::SliderPageStepAdd);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_Up:
        bar->triggerAction(event->key() == Qt::Key_Up ? QScrollBar::SliderSingleStepSub
                                                      : QScrollBar::SliderPageStepSub);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // No dialog, hence no default button: Enter in a field does what the button at the bottom right does.
        if (m_screen && m_screen->next().enabled && !m_screen->next().text.isEmpty())
            m_screen->goNext();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace wizard::shell
