#include "wizard/shell/language.h"

#include <QLibraryInfo>

static void initTranslations()
{
    Q_INIT_RESOURCE(translations); // lives in a static library: without this line the linker leaves it out
}

namespace wizard::shell {

Language::Language(QObject *parent) : QObject(parent)
{
    initTranslations();
}

QList<Language::Choice> Language::choices()
{
    return {{QStringLiteral("ja"), QStringLiteral("日本語")},
            {QStringLiteral("en"), QStringLiteral("English")}};
}

QString Language::fromSystem()
{
    const QString system = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
    for (const Choice &choice : choices()) {
        if (choice.code == system && QLocale::system().language() != QLocale::C)
            return system;
    }
    return QStringLiteral("ja");
}

void Language::set(const QString &code)
{
    if (code == m_code)
        return;
    m_code = code;
    QLocale::setDefault(QLocale(code));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral(":/i18n/qtbase_%1.qm").arg(code))
        || m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/i18n/todoku_%1.qm").arg(code)))
        QCoreApplication::installTranslator(&m_ours);
    emit changed();
}

} // namespace wizard::shell
