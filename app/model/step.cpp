#include "model/step.h"

#include <array>

namespace model {

namespace {
constexpr std::array all{Step::Link,    Step::Gateway, Step::NameServer, Step::Web,     Step::Control,
                         Step::Resolve, Step::Connect, Step::Greeting,   Step::Secure,  Step::Capabilities,
                         Step::TlsLook, Step::Path,    Step::Login,      Step::Mailbox, Step::Junk,
                         Step::Fetch,   Step::Submit,  Step::Arrive};
}

QString name(Step step)
{
    switch (step) {
    case Step::Link:
        return QStringLiteral("link");
    case Step::Resolve:
        return QStringLiteral("resolve");
    case Step::Connect:
        return QStringLiteral("connect");
    case Step::Greeting:
        return QStringLiteral("greeting");
    case Step::Secure:
        return QStringLiteral("secure");
    case Step::Capabilities:
        return QStringLiteral("capabilities");
    case Step::Login:
        return QStringLiteral("login");
    case Step::Mailbox:
        return QStringLiteral("mailbox");
    case Step::Submit:
        return QStringLiteral("submit");
    case Step::Arrive:
        return QStringLiteral("arrive");
    case Step::Gateway:
        return QStringLiteral("gateway");
    case Step::NameServer:
        return QStringLiteral("name-server");
    case Step::Web:
        return QStringLiteral("web");
    case Step::Control:
        return QStringLiteral("control");
    case Step::TlsLook:
        return QStringLiteral("tls-look");
    case Step::Path:
        return QStringLiteral("path");
    case Step::Junk:
        return QStringLiteral("junk");
    case Step::Fetch:
        return QStringLiteral("fetch");
    }
    Q_UNREACHABLE();
}

std::optional<Step> stepNamed(const QString &text)
{
    for (const Step step : all)
        if (name(step) == text)
            return step;
    return std::nullopt;
}

} // namespace model
