// Whom to call, what to say, and how to know that the number is genuine.
#pragma once

#include "wizard/shell/sheet.h"
#include "wizard/shell/visit.h"

namespace wizard::shell {

class ContactSheet : public Sheet
{
    Q_OBJECT
public:
    ContactSheet(Visit &visit, const QString &screenId, QWidget *parent);
};

} // namespace wizard::shell
