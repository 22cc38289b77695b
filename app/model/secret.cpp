#include "model/secret.h"

#include <utility>

namespace model {

Secret::Secret(const QString &text) : m_bytes(text.toUtf8()) { }

Secret::Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) { }

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret Secret::duplicate() const
{
    Secret copy;
    copy.m_bytes
        = QByteArray(m_bytes.constData(), m_bytes.size()); // deep: both must be able to wipe their own
    return copy;
}

void Secret::wipe()
{
    // Not data(): it would detach from a copy that somebody kept, and wipe only ours. volatile: the optimiser
    // must not drop a write to memory that is about to be freed.
    volatile char *bytes = const_cast<char *>(m_bytes.constData());
    for (qsizetype i = 0; i < m_bytes.size(); ++i)
        bytes[i] = 0;
    m_bytes.clear();
}

} // namespace model
