// One listening port of a world: hands every connection to the behaviour that is its turn.
#pragma once

#include "conversation.h"

#include <QList>
#include <QTcpServer>
#include <memory>

namespace scenario {

using HeardList = QList<std::shared_ptr<Heard>>;

class Service : public QTcpServer
{
    Q_OBJECT
public:
    /// The n-th connection gets the n-th behaviour; the last one serves all further. With `atOnce` > 0, a
    /// connection beside so many others, counted in `open`, is hung up on.
    Service(const QString &host, quint16 port, const QList<Behaviour> &behaviours, int atOnce,
            Certificates &certificates, HeardList *heard, std::shared_ptr<int> open);

private:
    void incomingConnection(qintptr descriptor) override;

    QString m_host, m_at;
    QList<Behaviour> m_behaviours;
    int m_atOnce;
    Certificates &m_certificates;
    HeardList *m_heard;
    std::shared_ptr<int> m_open; ///< shared by all ports of a host
    int m_connections = 0;
};

} // namespace scenario
