#include "wizard/screens/words.h"

#include <QDir>
#include <QLocale>

namespace wizard::screens {

QString Words::place(const QString &path)
{
    return QDir::toNativeSeparators(path).replace(u'\\', QStringLiteral("\\\u200b"));
}

QString Words::next()
{
    return tr("Next", "@button");
}

QString Words::skip()
{
    return tr("Skip", "@button: go on without answering");
}

QString Words::seconds(int count)
{
    return tr("%n second(s)", "@duration", count);
}

QString Words::duration(qint64 milliseconds)
{
    return milliseconds < 1000 ? tr("less than 1 second", "@duration")
                               : seconds(int((milliseconds + 999) / 1000));
}

QString Words::megabytes(qint64 bytes)
{
    const QLocale locale;
    if (bytes >= 1'000'000)
        return tr("%1 MB", "@size")
            .arg(locale.toString(double(bytes) / 1'000'000, 'f', bytes % 1'000'000 < 100'000 ? 0 : 1));
    return tr("%1 KB", "@size").arg(locale.toString(qMax(qint64(1), bytes / 1000)));
}

QString Words::program(const knowledge::Knowledge &knowledge, const QString &id, const QString &language)
{
    for (const knowledge::MailProgram &program : knowledge.mailPrograms()) {
        if (program.id == id)
            return model::inLanguage(program.name, language);
    }
    return id.isEmpty() ? id : id.left(1).toUpper() + id.mid(1);
}

} // namespace wizard::screens
