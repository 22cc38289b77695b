#include "net/resolver.h"

#include "net/name_query.h"

#include <QHostAddress>
#include <QTimer>
#include <QUrl>

namespace net {

using model::Failure;

struct Resolver::Private
{
    Environment environment;
    QString given;
    NameAnswer answer;
    QTimer total;
    std::unique_ptr<NameQuery> v4, v6;
    bool reported = false;
};

namespace {

/// Addresses that need no name service: literals, and where a route leads.
void sort(const QStringList &literals, NameAnswer &answer)
{
    for (const QString &literal : literals) {
        const bool six = QHostAddress(literal).protocol() == QAbstractSocket::IPv6Protocol;
        (six ? answer.v6 : answer.v4).addresses.append(literal);
    }
    for (FamilyAnswer *const family : {&answer.v4, &answer.v6})
        if (family->addresses.isEmpty())
            family->failure = Failure::NameWithoutAddress;
}

bool isLabel(const QString &label)
{
    if (label.isEmpty() || label.size() > 63)
        return false;
    for (const QChar c : label)
        if (!(c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_')))
            return false;
    return !label.startsWith(u'-') && !label.endsWith(u'-');
}

} // namespace

QString hostNameFor(const QString &text)
{
    QString name = text.trimmed();
    if (name.endsWith(u'.'))
        name.chop(1);
    // Underscores are no host names, yet people's servers have them; toAce() refuses them.
    const QString ascii = QString::fromLatin1(QUrl::toAce(name));
    name = ascii.isEmpty() ? name.toLower() : ascii.toLower();
    if (name.isEmpty() || name.size() > 253)
        return {};
    for (const QString &label : name.split(u'.'))
        if (!isLabel(label))
            return {};
    return name;
}

Failure NameAnswer::failure() const
{
    if (!v4.addresses.isEmpty() || !v6.addresses.isEmpty())
        return Failure::None;
    // "There is no such record" is the weakest word: whatever else the other family met says more.
    return v4.failure == Failure::NameWithoutAddress || v4.failure == Failure::None ? v6.failure : v4.failure;
}

Resolver::Resolver(const Environment &environment, const QString &host, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->environment = environment;
    d->given = host;
    d->answer.host = host;
    d->total.setSingleShot(true);
    connect(&d->total, &QTimer::timeout, this, [this] {
        d->v4->giveUp();
        d->v6->giveUp();
    });
}

Resolver::~Resolver() = default;

void Resolver::start()
{
    QStringList known = d->environment.route.addressesOf(d->given);
    if (const QHostAddress literal(d->given); known.isEmpty() && !literal.isNull())
        known.append(literal.toString());
    if (!known.isEmpty()) {
        sort(known, d->answer);
        return finish();
    }
    const QString name = hostNameFor(d->given);
    if (name == u"localhost"
        || name.endsWith(u".localhost")) { // RFC 6761 section 6.3: never a question for anybody
        sort({QStringLiteral("127.0.0.1"), QStringLiteral("::1")}, d->answer);
        return finish();
    }
    if (name.isEmpty()) {
        d->answer.v4.failure = d->answer.v6.failure = Failure::NameMalformed;
        return finish();
    }
    d->v4 = std::make_unique<NameQuery>(name, NameQuery::Family::V4, d->environment, nullptr);
    d->v6 = std::make_unique<NameQuery>(name, NameQuery::Family::V6, d->environment, nullptr);
    connect(d->v4.get(), &NameQuery::done, this, &Resolver::collect);
    connect(d->v6.get(), &NameQuery::done, this, &Resolver::collect);
    d->total.start(d->environment.bounds.resolveTotalMs);
    d->v4->start();
    d->v6->start();
}

void Resolver::collect()
{
    if (!d->v4->isDone() || !d->v6->isDone())
        return;
    d->answer.v4 = d->v4->answer();
    d->answer.v6 = d->v6->answer();
    finish();
}

void Resolver::finish()
{
    if (std::exchange(d->reported, true))
        return;
    d->total.stop();
    QMetaObject::invokeMethod(
        this, [this, answer = d->answer] { emit answered(answer); }, Qt::QueuedConnection);
}

} // namespace net
