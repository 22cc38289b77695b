// One screen: one question or one thing to know. Owns no answers; they live in the Visit.
#pragma once

#include "wizard/shell/visit.h"

#include <QWidget>

class QVBoxLayout;

namespace wizard::widgets {
class Paragraph;
}

namespace wizard::shell {

/// A button of the footer, as the screen wants it at the moment.
struct Action
{
    QString text; ///< empty: not shown
    bool enabled = true;
};

class Screen : public QWidget
{
    Q_OBJECT
public:
    explicit Screen(Visit &visit, QWidget *parent = nullptr);

    virtual QString title() const = 0;
    virtual QString lead() const { return {}; } ///< one sentence below the title
    /// Every name that left() may carry; flow.json says where each of them leads.
    virtual QStringList outcomes() const = 0;

    virtual Action next() const = 0; ///< bottom right, always
    virtual Action aside() const { return {}; } ///< beside it, less loud: skip, cancel
    virtual bool mayGoBack() const { return true; }
    virtual void goNext() = 0;
    virtual void goAside() { }

    /// Shown for the first time: start what has to be started.
    virtual void enter() { }
    /// All texts anew, in the language of the moment; called before enter() and whenever the language
    /// changes.
    virtual void retranslate() = 0;
    /// True once what is on screen will not change by itself (pictures of screens wait for it).
    virtual bool isQuiet() const { return true; }

    void speak(); ///< title, lead and retranslate()

signals:
    void left(const QString &outcome);
    void actionsChanged();

protected:
    Visit &visit() const { return m_visit; }
    session::Diagnosis &diagnosis() const { return m_visit.diagnosis(); }
    QString language() const { return m_visit.language().code(); }
    QVBoxLayout *body() const { return m_body; }
    void changeEvent(QEvent *event) override;

private:
    Visit &m_visit;
    widgets::Paragraph *m_title, *m_lead;
    QVBoxLayout *m_body;
};

using ScreenMaker = Screen *(*)(Visit &visit);

struct ScreenEntry
{
    const char *id; ///< "A-1"
    ScreenMaker make;
};

} // namespace wizard::shell
