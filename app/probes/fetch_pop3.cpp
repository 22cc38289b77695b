#include "probes/fetch_pop3.h"

#include "net/pop3_streams.h"
#include "probes/reply_seen.h"

#include <utility>

namespace probes {

using model::Failure;
using net::Pop3ListReader;
using net::Pop3OctetReader;
using net::Pop3Reply;

namespace {

constexpr qint64 aheadOctets = 512 * 1024;
constexpr qsizetype aheadQuestions = 256;
constexpr qint64 aboutAHeader = 4 * 1024;
constexpr qint64 mostOctetsAtAll = 4LL * 1024 * 1024 * 1024; // nothing of it is kept

QString word(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

FetchPop3::FetchPop3(const net::Environment &environment, const model::Endpoint &endpoint,
                     const QString &address, Credential credential, FetchRun *run)
    : Pop3Login(environment, endpoint, address, std::move(credential)), m_run(run)
{
    reportFrom(model::Step::Fetch);
    limitWhole(environment.bounds.fetchMs + environment.bounds.dialogueMs);
    limitBytes(mostOctetsAtAll);
    m_heavy.setSingleShot(true);
    connect(&m_heavy, &QTimer::timeout, this, [this] { heavy(); });
}

void FetchPop3::loggedIn(const Pop3Reply &)
{
    ++m_run->logins;
    enter(model::Step::Fetch);
    keepNothing();
    m_run->messages.clear();
    m_run->listed = 0;
    sayAhead(pipelines() ? QByteArrayList{"LIST", "UIDL"} : QByteArrayList{"LIST"});
    hearWith(std::make_unique<Pop3ListReader>([this](int number, const QByteArray &value) {
                 bool valid = false;
                 const qint64 size = value.size() <= 18 ? value.toLongLong(&valid) : 0;
                 if (!valid || size < 0)
                     return;
                 ++m_run->listed;
                 m_run->messages.append({number, size, {}});
                 if (m_run->messages.size() >= 2 * FetchRun::mostSearched)
                     m_run->messages.remove(0, FetchRun::mostSearched);
             }),
             &FetchPop3::listed);
}

void FetchPop3::listed(const Pop3Reply &reply)
{
    if (!reply.ok)
        return end(Failure::ProtocolError, seenOf(reply));
    if (m_run->messages.size() > FetchRun::mostSearched)
        m_run->messages.remove(0, m_run->messages.size() - FetchRun::mostSearched);
    for (qsizetype i = 0; i < m_run->messages.size(); ++i)
        m_byNumber.insert(m_run->messages.at(i).number, i);
    if (!pipelines())
        say("UIDL");
    askNames();
}

void FetchPop3::askNames()
{
    hearWith(std::make_unique<Pop3ListReader>([this](int number, const QByteArray &value) {
                 if (const auto at = m_byNumber.constFind(number); at != m_byNumber.cend())
                     m_run->messages[*at].uidl = value.left(70); // RFC 1939 section 7
             }),
             &FetchPop3::named);
}

void FetchPop3::named(const Pop3Reply &)
{
    beginReading(); // UIDL is optional: without it, numbers must do
}

void FetchPop3::beginReading()
{
    if (m_run->resume.number > 0) {
        const qsizetype at = m_run->indexOf(m_run->resume);
        // Taken away meanwhile: go on behind where it was.
        m_next = at >= 0 ? at : qMin<qsizetype>(m_run->resume.number - 1, m_run->messages.size());
    }
    askAhead();
}

void FetchPop3::ask(const FetchRun::Message &message, bool headerOnly, QByteArrayList *lines)
{
    const QByteArray number = QByteArray::number(message.number);
    lines->append(headerOnly ? "TOP " + number + " 0" : "RETR " + number);
    m_asked.append({message, headerOnly});
    m_ahead += headerOnly ? aboutAHeader : message.bytes;
}

/// Fills the window again once half of it has been answered: many questions in one packet.
void FetchPop3::askAhead()
{
    QByteArrayList lines;
    const bool late = m_run->clock.elapsed() > environment().bounds.fetchMs;
    const bool refill = m_ahead < aheadOctets / 2 && m_asked.size() < aheadQuestions / 2;
    while (refill && !late && m_next < m_run->messages.size()) {
        const FetchRun::Message &message = m_run->messages.at(m_next);
        const bool one = m_run->careful || !pipelines();
        if (!m_asked.isEmpty()
            && (one || m_ahead + message.bytes > aheadOctets || m_asked.size() >= aheadQuestions))
            break;
        if (m_run->careful && !std::exchange(m_run->headAsked, true)) {
            ask(message, true, &lines);
            break;
        }
        ++m_next;
        if (message.bytes > FetchRun::mostOctets) {
            if (message.bytes > m_largest.bytes)
                m_largest = message;
            ask(message, true, &lines);
        } else {
            ask(message, false, &lines);
        }
    }
    sayAhead(lines);
    if (m_asked.isEmpty())
        return afterAll();
    hearMessage();
}

void FetchPop3::hearMessage()
{
    m_run->current = m_asked.first().message;
    m_run->reading = true;
    m_lint = MessageLint();
    m_oneClock.start();
    m_heavy.start(patienceMs());
    hearWith(std::make_unique<Pop3OctetReader>([this](QByteArrayView octets) { return take(octets); }),
             &FetchPop3::read);
}

bool FetchPop3::take(QByteArrayView octets)
{
    m_lastOctets.start();
    m_lint.take(octets);
    m_run->octets += octets.size();
    if (m_lint.octets() <= FetchRun::mostOctets)
        return true;
    m_run->readingMs += m_oneClock.elapsed();
    const qint64 size = m_run->current.bytes;
    giant(m_run->rate() > 0 && size > 0 ? size * 1000 / m_run->rate() : 0);
    return false;
}

void FetchPop3::read(const Pop3Reply &reply)
{
    m_heavy.stop();
    m_run->reading = false;
    m_run->readingMs += m_oneClock.elapsed();
    const Asked asked = m_asked.takeFirst();
    m_ahead -= asked.headerOnly ? aboutAHeader : asked.message.bytes;
    if (!reply.ok && !asked.headerOnly) {
        if (m_secondRound)
            m_run->suspect({asked.message.number,
                            asked.message.uidl,
                            asked.message.bytes,
                            {},
                            word("refused"),
                            true,
                            2,
                            0,
                            Failure::None});
        else
            m_refused.append(asked.message);
    } else if (reply.ok) {
        m_lint.finish();
        if (asked.headerOnly)
            readHeader(asked);
        else
            readWhole(asked);
    }
    if (!asked.headerOnly || asked.message.bytes > FetchRun::mostOctets)
        m_run->careful = false; // it went well this time
    emit stage(QStringLiteral("fetch"), m_run->searched.size());
    askAhead();
}

void FetchPop3::readHeader(const Asked &asked)
{
    if (asked.message.bytes > FetchRun::mostOctets) {
        m_run->wasSearched(asked.message);
        const qint64 needed = m_run->rate() > 0 ? asked.message.bytes * 1000 / m_run->rate() : 0;
        m_run->suspect({asked.message.number, asked.message.uidl, asked.message.bytes, m_lint.head(),
                        word("giant"), true, 0, needed, Failure::None});
    } else {
        m_run->head = m_lint.head();
    }
}

void FetchPop3::readWhole(const Asked &asked)
{
    m_run->wasSearched(asked.message);
    m_run->previous = asked.message;
    m_run->previousShort = m_lint.octets() < asked.message.bytes / 10 * 9;
    const QList<Defect> defects = m_lint.defects();
    if (!defects.isEmpty())
        m_run->suspect({asked.message.number, asked.message.uidl, asked.message.bytes, m_lint.head(),
                        name(defects.first()), stopsPrograms(defects.first()), 0, m_oneClock.elapsed(),
                        Failure::None});
}

void FetchPop3::afterAll()
{
    if (!m_secondRound && !m_refused.isEmpty()) {
        m_secondRound = true;
        QByteArrayList lines;
        // One after the other would be kinder to the server, but these are few.
        for (const FetchRun::Message &message : m_refused.mid(0, FetchRun::mostSuspects))
            if (pipelines() || lines.isEmpty())
                ask(message, false, &lines);
        sayAhead(lines);
        return hearMessage();
    }
    m_run->complete = m_next >= m_run->messages.size();
    m_run->over = true;
    if (m_largest.number == 0)
        return leave();
    // Last, because there is no way out of a RETR but hanging up: how fast does the large one come?
    QByteArrayList lines;
    m_measuring = true;
    ask(std::exchange(m_largest, {}), false, &lines);
    sayAhead(lines);
    hearMessage();
}

/// A message takes longer than our own patience: reckon how long it will, and leave it.
void FetchPop3::heavy()
{
    const qint64 waited = m_oneClock.elapsed();
    const qint64 got = m_lint.octets();
    const qint64 size = qMax(m_run->current.bytes, got);
    if (got == 0 || m_lastOctets.elapsed() > patienceMs() / 2)
        return; // silence has a bound of its own
    const qint64 whole = waited * size / got;
    if (whole < 3 * qint64(patienceMs()))
        return m_heavy.start(int(qMax<qint64>(1, whole - waited + patienceMs())));
    m_run->readingMs += waited;
    giant(whole);
    end(Failure::TooBig);
}

void FetchPop3::giant(qint64 neededMs)
{
    const FetchRun::Message message = m_run->current;
    const bool endless = m_lint.octets() > FetchRun::mostOctets && message.bytes <= FetchRun::mostOctets;
    m_run->suspect({message.number, message.uidl, qMax(message.bytes, m_lint.octets()), m_lint.head(),
                    word(endless ? "endless" : "giant"), true, 0, neededMs, Failure::None});
    m_run->reading = false;
    if (m_measuring)
        return;
    m_run->wasSearched(message);
    m_run->resume = m_run->after(message);
    m_run->complete = m_run->over = m_run->resume.number == 0;
}

void FetchPop3::leave()
{
    m_run->reading = false;
    say("RSET"); // some servers mark on the way; QUIT would then make it real
    hear(&FetchPop3::unmarked);
}

void FetchPop3::unmarked(const Pop3Reply &)
{
    quit();
}

} // namespace probes
