// A set of message numbers as a client writes it: "1:3,7,20:*" (RFC 3501 section 9, sequence-set).
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <optional>

namespace practice {

class ImapSet
{
public:
    /// `last`: what "*" stands for. No value if the text is no set.
    static std::optional<ImapSet> read(const QByteArray &text, quint32 last);
    bool contains(quint32 number) const;

private:
    // Kept as ranges and never expanded: "1:4294967295" costs eight bytes.
    QList<QPair<quint32, quint32>> m_ranges;
};

} // namespace practice
