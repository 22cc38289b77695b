// Walks through the bytes of a prefs.js once and names what stands where. Used by Prefs alone.
#pragma once

#include "mailapps/prefs_js.h"

namespace mailapps {

class PrefsScanner
{
public:
    explicit PrefsScanner(QByteArrayView bytes);

    std::vector<Pref> prefs;
    QList<Prefs::Problem> problems;

    void run();

private:
    enum class Blank
    {
        More,
        End,
        OpenComment
    };

    Blank skipBlank();
    bool statement();
    bool token(char wanted);
    bool name(Pref &pref);
    bool value(Pref &pref);
    bool quoted(Span &inside, bool *escaped);
    bool number(Pref &pref);
    QByteArrayView word();
    bool toNextStatement(qsizetype from);
    quint32 lineAt(qsizetype position);

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_hitEnd = false;
    char m_lineBreak = '\n';
    qsizetype m_counted = 0;
    quint32 m_line = 1;
};

} // namespace mailapps
