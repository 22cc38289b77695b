// What was changed for a while and has to be put back: seen by the machine where it can, else asked.
#pragma once

#include "wizard/shell/visit.h"

#include <QCoreApplication>

namespace wizard::screens {

class PutBack
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::PutBack)
public:
    struct Item
    {
        QString id; ///< "online", "outbox"
        QString words;
        bool seen = false; ///< the machine sees that it still is so
    };
    static QList<Item> open(shell::Visit &visit);
};

} // namespace wizard::screens
