#include "model/step.h"

#include <array>

namespace model {

namespace {
constexpr std::array all{Step::Link,         Step::Resolve, Step::Connect, Step::Greeting, Step::Secure,
                         Step::Capabilities, Step::Login,   Step::Mailbox, Step::Submit,   Step::Arrive};
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
