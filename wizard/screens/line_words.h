// The live list of A-3 in words: what each line is about, and how it stands.
#pragma once

#include "session/diagnosis.h"
#include "wizard/widgets/mark.h"

#include <QCoreApplication>

namespace wizard::screens {

class LineWords
{
    Q_DECLARE_TR_FUNCTIONS(wizard::screens::LineWords)
public:
    static QString subject(const QString &lineId);
    static QString state(session::Line::State state);
    static widgets::State mark(session::Line::State state);
};

} // namespace wizard::screens
