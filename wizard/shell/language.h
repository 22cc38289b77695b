// The language of everything on screen, changed at any moment: widgets hear QEvent::LanguageChange.
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <QTranslator>

namespace wizard::shell {

class Language : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);

    struct Choice
    {
        QString code, name; ///< "ja", "日本語": always in its own words
    };
    static QList<Choice> choices();
    /// The language of the system if we have it, else Japanese: that is who the program is for.
    static QString fromSystem();

    QString code() const { return m_code; }
    QLocale locale() const { return QLocale(m_code); }
    void set(const QString &code);

signals:
    void changed();

private:
    QString m_code;
    QTranslator m_ours, m_qt;
};

} // namespace wizard::shell
