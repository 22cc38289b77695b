#include "wizard/screens/line_words.h"

namespace wizard::screens {

QString LineWords::subject(const QString &id)
{
    if (id == u"link")
        return tr("Is this PC connected to the Internet?", "@check");
    if (id == u"apps")
        return tr("Mail program on this PC", "@check");
    if (id == u"name")
        return tr("Where the mail company is (name)", "@check");
    if (id == u"receive")
        return tr("The way in: receiving mail", "@check");
    if (id == u"send")
        return tr("The way out: sending mail", "@check");
    if (id == u"encryption")
        return tr("Protection on the way (encryption)", "@check");
    if (id == u"login")
        return tr("Password", "@check");
    if (id == u"mailbox")
        return tr("Your mailbox", "@check");
    return id;
}

QString LineWords::state(session::Line::State state)
{
    switch (state) {
    case session::Line::State::Waiting:
        return tr("Waiting", "@state");
    case session::Line::State::Running:
        return tr("Checking", "@state");
    case session::Line::State::Fine:
        return tr("Good", "@state");
    case session::Line::State::Attention:
        return tr("Look here", "@state");
    case session::Line::State::Bad:
        return tr("Not working", "@state");
    case session::Line::State::Skipped:
        return tr("Not checked", "@state");
    }
    Q_UNREACHABLE();
}

widgets::State LineWords::mark(session::Line::State state)
{
    switch (state) {
    case session::Line::State::Waiting:
        return widgets::State::Waiting;
    case session::Line::State::Running:
        return widgets::State::Running;
    case session::Line::State::Fine:
        return widgets::State::Fine;
    case session::Line::State::Attention:
        return widgets::State::Attention;
    case session::Line::State::Bad:
        return widgets::State::Bad;
    case session::Line::State::Skipped:
        return widgets::State::Skipped;
    }
    Q_UNREACHABLE();
}

} // namespace wizard::screens
