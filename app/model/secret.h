// A password in memory. It cannot be printed, copied, compared or converted by accident, and is overwritten
// when it dies.
#pragma once

#include <QByteArray>
#include <QString>

namespace model {

class Secret
{
public:
    Secret() = default;
    explicit Secret(const QString &text);
    ~Secret() { wipe(); }
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// A second owner, on purpose (the probe that logs in keeps its own until it ends).
    Secret duplicate() const;
    /// UTF-8. For the one line of code that writes it into a verified TLS connection; never store the result.
    const QByteArray &reveal() const { return m_bytes; }
    void wipe();

private:
    QByteArray m_bytes;
};

} // namespace model
