#include "practice/behaviour.h"

#include <algorithm>

namespace practice {

double Behaviour::scanTime(qint64 bytes) const
{
    if (!scans)
        return 0;
    // A scanner unpacks and reads what is attached: short words pass at once, pictures make people wait. That
    // is why the first complaint is always "only mail with photographs".
    return scanSeconds * std::min(1.0, double(bytes) / double(std::max<qint64>(1, scanBytes)));
}

int Behaviour::milliseconds(double seconds) const
{
    return std::max(0, int(seconds * 1000 / std::max(0.001, speed)));
}

} // namespace practice
