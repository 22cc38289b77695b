// One door of the practice provider: listens on 127.0.0.1 and gives each connection its session.
#pragma once

#include "practice/office.h"

#include <QTcpServer>

namespace practice {

class Listener : public QTcpServer
{
    Q_OBJECT
public:
    Listener(Office &office, Door door, QObject *parent);
    Door door() const { return m_door; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    Office &m_office;
    const Door m_door;
};

} // namespace practice
