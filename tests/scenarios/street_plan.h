// What a net world consists of, read from its JSON and filled up with a healthy provider: names, doors,
// behaviours. Pure.
#pragma once

#include "conversation.h"
#include "network.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace scenario {

struct DoorPlan
{
    QString host, address;
    quint16 port = 0;
    QList<Behaviour> behaviours;
    int atOnce = 0; ///< 0: as many as come
};

struct ResolverPlan
{
    QString address, temper;
    QJsonObject zone;
};

struct StreetPlan
{
    QJsonObject pack;
    QList<DoorPlan> doors;
    QList<ResolverPlan> resolvers;
    Street street;
};

StreetPlan planOf(const QJsonObject &net);

} // namespace scenario
