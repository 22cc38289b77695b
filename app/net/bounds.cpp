#include "net/bounds.h"

#include <QtMath>

namespace net {

Bounds Bounds::scaled(double factor) const
{
    Bounds changed = *this;
    for (int *limit :
         {&changed.connectOneMs, &changed.resolveQueryMs, &changed.resolveTotalMs, &changed.handshakeMs,
          &changed.greetingMs, &changed.slowGreetingMs, &changed.replyMs, &changed.dotReplyMs,
          &changed.dialogueMs, &changed.arriveMs, &changed.fetchMs, &changed.pageMs, &changed.gatewayMs,
          &changed.controlMs, &changed.pathTryMs, &changed.againPauseMs}) {
        // A factor that is no number, or would overflow a timer, must not become "wait for ever".
        const double wanted = *limit * (qIsFinite(factor) ? factor : 1.0);
        *limit = int(qBound(1.0, wanted, 86'400'000.0));
    }
    return changed;
}

} // namespace net
