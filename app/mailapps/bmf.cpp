#include "mailapps/bmf.h"

#include "mailapps/outbox.h"
#include "mailapps/plain_file.h"

#include <QDir>
#include <algorithm>
#include <cstring>

namespace mailapps {

namespace {

constexpr qsizetype chunkBytes = 1024 * 1024;
constexpr qsizetype headersKept = 64 * 1024;
constexpr qsizetype filesCap = 1000;

class BmfWalk
{
public:
    explicit BmfWalk(model::Outbox &outbox) : m_outbox(outbox) { }

    void feed(const char *bytes, qint64 size);
    /// False: the last message has no end; it is counted all the same.
    bool finish();

private:
    void endLine();
    void endMessage(qint64 end);

    model::Outbox &m_outbox;
    QByteArray m_headers;
    QByteArray m_line; ///< its start: all of a header line, of others as much as tells a dot
    qint64 m_lineLength = 0;
    qint64 m_position = 0;
    qint64 m_begin = 0; ///< of the message
    bool m_inHeaders = true;
    bool m_any = false; ///< the message has a line that is not blank
};

void BmfWalk::feed(const char *bytes, qint64 size)
{
    const char *const end = bytes + size;
    while (bytes < end) {
        const auto *const lineBreak
            = static_cast<const char *>(std::memchr(bytes, '\n', size_t(end - bytes)));
        const qint64 length = (lineBreak ? lineBreak + 1 : end) - bytes;
        const qint64 kept = (m_inHeaders ? 1000 : 4) - m_line.size();
        if (kept > 0)
            m_line.append(bytes, std::min(kept, length));
        m_lineLength += length;
        m_position += length;
        bytes += length;
        if (lineBreak)
            endLine();
    }
}

void BmfWalk::endLine()
{
    const bool blank = m_line == "\n" || m_line == "\r\n";
    if (m_line == ".\n" || m_line == ".\r\n" || m_line == ".") {
        endMessage(m_position - m_lineLength);
    } else {
        m_any = m_any || !blank;
        if (m_inHeaders && m_headers.size() < headersKept)
            m_headers += m_line;
        m_inHeaders = m_inHeaders && !blank;
    }
    m_lineLength = 0;
    m_line.resize(0);
}

void BmfWalk::endMessage(qint64 end)
{
    if (m_any)
        countMessage(m_outbox, scanHeaders(m_headers), end - m_begin);
    m_begin = m_position;
    m_headers.resize(0);
    m_inHeaders = true;
    m_any = false;
}

bool BmfWalk::finish()
{
    if (m_lineLength > 0)
        endLine();
    const bool whole = !m_any;
    endMessage(m_position);
    return whole;
}

void readFile(const QString &path, model::Outbox &outbox, QList<model::Unreadable> *unreadable)
{
    const auto fail = [&](const QString &why) {
        outbox.complete = false;
        unreadable->append({path, 0, why});
    };
    const OpenedFile opened = openPlainFile(path, mboxCap);
    if (!opened.file)
        return fail(opened.why);
    BmfWalk walk(outbox);
    QByteArray chunk(chunkBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 got = opened.file->read(chunk.data(), chunk.size());
        if (got < 0)
            return fail(QStringLiteral("permission"));
        if (got == 0)
            break;
        walk.feed(chunk.constData(), got);
    }
    if (!walk.finish())
        fail(QStringLiteral("half-written"));
}

} // namespace

void readBmfFolder(const QString &folder, model::Outbox &outbox, QList<model::Unreadable> *unreadable)
{
    const QDir entries(folder, QStringLiteral("*.bmf"), QDir::Name, QDir::AllEntries | QDir::System);
    const QStringList files = entries.entryList();
    outbox.complete = outbox.complete && files.size() <= filesCap;
    for (const QString &file : files.mid(0, filesCap))
        readFile(entries.filePath(file), outbox, unreadable);
}

} // namespace mailapps
