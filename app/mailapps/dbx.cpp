#include "mailapps/dbx.h"

#include "mailapps/plain_file.h"

#include <QtEndian>

namespace mailapps {

namespace {

constexpr qsizetype headerBytes = 0x24bc;
constexpr qsizetype kindAt = 4, messagesAt = 0xc4, treeAt = 0xe4;
constexpr quint32 mark = 0xfe12adcf;
constexpr quint32 folder = 0x6f74fdc5, folders = 0x6f74fdc6, uidls = 0x6f74fdc7, offline = 0x26fe9d30;
/// The smallest that a message takes in the tree of its folder.
constexpr qint64 treeEntry = 12;

Dbx broken(const QString &why, qint64 bytes = 0)
{
    Dbx dbx;
    dbx.why = why;
    dbx.bytes = bytes;
    return dbx;
}

} // namespace

Dbx readDbx(const QString &path)
{
    const OpenedFile opened = openPlainFile(path);
    if (!opened.file)
        return broken(opened.why);
    Dbx dbx;
    dbx.bytes = opened.file->size();
    const QByteArray header = opened.file->read(headerBytes);
    const auto at
        = [&header](qsizetype offset) { return qFromLittleEndian<quint32>(header.constData() + offset); };
    if (header.size() < headerBytes)
        return broken(QStringLiteral("half-written"), dbx.bytes);
    const quint32 kind = at(kindAt);
    if (at(0) != mark || (kind != folder && kind != folders && kind != uidls && kind != offline))
        return broken(QStringLiteral("malformed"), dbx.bytes);
    dbx.kind = kind == folder ? Dbx::Kind::Folder : Dbx::Kind::List;
    if (dbx.kind == Dbx::Kind::List)
        return dbx;
    // A number that its own tree could not hold was not written by the program.
    const quint32 messages = at(messagesAt), tree = at(treeAt);
    if (tree >= dbx.bytes || (messages > 0 && tree == 0) || messages > dbx.bytes / treeEntry)
        return broken(QStringLiteral("malformed"), dbx.bytes);
    dbx.messages = int(messages);
    return dbx;
}

} // namespace mailapps
