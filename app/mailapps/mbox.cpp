#include "mailapps/mbox.h"

#include "mailapps/mbox_scanner.h"

namespace mailapps {

bool scanMbox(QIODevice &device, const MboxVisitor &visitor)
{
    MboxScanner scanner(visitor);
    // As much as stays in the processor's own memory until it has been looked at.
    QByteArray chunk(256 * 1024, Qt::Uninitialized);
    for (;;) {
        const qint64 got = device.read(chunk.data(), chunk.size());
        if (got < 0)
            return false;
        if (got == 0)
            return scanner.finish();
        if (!scanner.feed(chunk.constData(), got))
            return false;
    }
}

MboxMessage scanHeaders(const QByteArray &bytes)
{
    MboxMessage message;
    const MboxVisitor first = [&](const MboxMessage &found) {
        message = found;
        return false;
    };
    MboxScanner scanner(first);
    if (scanner.feed(bytes.constData(), bytes.size()))
        scanner.finish();
    return message;
}

} // namespace mailapps
