// One thing that was seen, by whom it was said, and how long it took. Facts are only ever added to a Case.
#pragma once

#include "model/endpoint.h"
#include "model/failure.h"
#include "model/step.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace model {

struct Fact
{
    int number = 0; ///< 1, 2, 3 … given by the Case
    Step step = Step::Resolve;
    Endpoint endpoint; ///< what was asked; port 0 where no port takes part
    QString address; ///< IP literal that was spoken to; empty before Connect
    Failure failure = Failure::None;
    qint64 milliseconds = 0; ///< this step alone, monotonic clock
    QJsonObject seen; ///< values for rules and words; the keys are listed in model/seen.h
    QByteArray raw; ///< the bytes as they came, at most 4 KiB; never a credential

    bool ok() const { return failure == Failure::None; }
};

} // namespace model
