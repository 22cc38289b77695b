// The half of DialogueBase that writes: lines, the one secret, and long uploads.
#include "net/dialogue_base.h"

#include <QScopeGuard>
#include <algorithm>

namespace net {

using model::Failure;

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;
constexpr int drainPollMs = 5;

bool isOneLine(const QByteArray &text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

/// Overwrites what held a secret; volatile, or the optimiser drops it.
void wipe(QByteArray &bytes)
{
    volatile char *all = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        all[i] = 0;
}

} // namespace

void DialogueBase::write(const QByteArray &bytes)
{
    if (m_socket->write(bytes) != bytes.size())
        end(Failure::LocalResource);
}

bool DialogueBase::spokenTo()
{
    m_buffer += m_socket->readAll();
    return !m_buffer.isEmpty() && !mayComeUnasked(m_buffer);
}

void DialogueBase::say(const QByteArray &line)
{
    if (m_ended)
        return;
    if (!isOneLine(line))
        return end(Failure::NotTried);
    // Spoken before it was asked: the answer to a command that has not been sent is not an answer.
    if (spokenTo())
        return end(Failure::ProtocolError);
    write(line + "\r\n");
}

void DialogueBase::sayAhead(const QByteArrayList &lines)
{
    if (m_ended || lines.isEmpty())
        return;
    if (!m_verified || m_distrusted || !std::all_of(lines.begin(), lines.end(), isOneLine))
        return end(Failure::NotTried);
    write(lines.join("\r\n") + "\r\n"); // at once: one packet rather than many
}

Failure DialogueBase::saySecret(SecretForm form, const QByteArray &prefix, const model::Secret &secret,
                                const QByteArray &user)
{
    if (!mayAuthenticate() || secret.isEmpty() || !isOneLine(secret.reveal()) || !isOneLine(prefix)
        || !isOneLine(user))
        return Failure::NotTried;
    if (spokenTo()) {
        end(Failure::ProtocolError);
        return Failure::ProtocolError;
    }
    QByteArray wire;
    const auto wiped = qScopeGuard([&wire] { wipe(wire); });
    switch (form) {
    case SecretForm::Bare:
        wire = prefix + secret.reveal();
        break;
    case SecretForm::Base64:
        wire = prefix + secret.reveal().toBase64();
        break;
    case SecretForm::Plain: {
        QByteArray message = '\0' + user + '\0' + secret.reveal();
        wire = prefix + message.toBase64();
        wipe(message);
        break;
    }
    }
    m_spoken = secret.duplicate();
    wire += "\r\n";
    write(wire);
    return Failure::None;
}

QByteArray DialogueBase::scrubbed(QByteArray bytes) const
{
    if (m_spoken.isEmpty())
        return bytes;
    QByteArray encoded = m_spoken.reveal().toBase64(QByteArray::OmitTrailingEquals);
    const auto wiped = qScopeGuard([&encoded] { wipe(encoded); });
    return bytes.replace(m_spoken.reveal(), "***").replace(encoded, "***");
}

void DialogueBase::upload(const QByteArray &bytes, std::function<void()> then)
{
    if (m_ended)
        return;
    m_pending = bytes;
    m_afterUpload = std::move(then);
    m_drainLeft = -1;
    m_drainTimer.start(drainPollMs); // the kernel tells nobody when its last byte was acknowledged
    onDrained();
}

void DialogueBase::onDrained()
{
    if (m_ended || !m_afterUpload)
        return;
    while (!m_pending.isEmpty()
           && m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() < 2 * pieceBytes) {
        const QByteArray piece = m_pending.left(pieceBytes);
        m_pending.remove(0, piece.size());
        if (m_socket->write(piece) != piece.size())
            return end(Failure::LocalResource);
    }
    const qint64 inSocket = m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite();
    const qint64 left = m_pending.size() + inSocket + m_watch.unacknowledged().value_or(0);
    if (left == 0) {
        m_drainTimer.stop();
        m_stageTimer.stop();
        const auto then = std::exchange(m_afterUpload, nullptr);
        return then();
    }
    if (left != m_drainLeft) { // it moves: the standstill clock begins anew
        m_drainLeft = left;
        m_stageTimer.start(m_environment.bounds.replyMs);
    }
}

} // namespace net
