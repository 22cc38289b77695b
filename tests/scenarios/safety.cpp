#include "safety.h"

#include <algorithm>
#include <sys/resource.h>

namespace scenario {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestPiece = 8; ///< a shorter one would be found by chance

bool holds(const QByteArray &bytes, const QByteArrayList &forms)
{
    for (const QByteArray &form : forms)
        if (bytes.contains(form))
            return true;
    return false;
}

} // namespace

QByteArrayList disguises(const QByteArray &password)
{
    if (password.isEmpty())
        return {};
    QByteArray reversed(password);
    std::reverse(reversed.begin(), reversed.end());
    QByteArray wide;
    for (const char c : password)
        wide += QByteArray(1, c) + '\0';
    QByteArrayList forms{
        password, reversed, wide, password.toHex(), password.toHex().toUpper(), password.toPercentEncoding()};
    // Base64 of any text that holds it: what stands before shifts it by none, one or two bytes.
    for (int shift = 0; shift < 3; ++shift) {
        QByteArray coded = (QByteArray(shift, '\0') + password).toBase64(QByteArray::OmitTrailingEquals);
        coded = coded.mid(shift == 0 ? 0 : shift + 1).chopped(2);
        if (coded.size() >= shortestPiece)
            forms.append(coded);
    }
    return forms;
}

QStringList leaks(const HeardList &heard, const QByteArray &password, const QJsonObject &certificates)
{
    QStringList found;
    const QByteArrayList forms = disguises(password);
    for (const auto &one : heard) {
        if (holds(one->inClear, forms))
            found += u"the password was heard in clear text at "_s + one->at;
        if (!Certificates::isGood(one->certificate, certificates) && holds(one->encrypted, forms))
            found
                += u"the password was heard under the certificate %1 at %2"_s.arg(one->certificate, one->at);
    }
    return found;
}

QStringList leaksInPrint(const QByteArray &out, const QByteArray &err, const QByteArray &password)
{
    const QByteArrayList forms = disguises(password);
    QStringList found;
    if (holds(out, forms))
        found += u"the password was printed on stdout"_s;
    if (holds(err, forms))
        found += u"the password was printed on stderr"_s;
    return found;
}

qint64 peakOfChildren()
{
    rusage used{};
    return getrusage(RUSAGE_CHILDREN, &used) == 0 ? qint64(used.ru_maxrss) : 0;
}

} // namespace scenario
