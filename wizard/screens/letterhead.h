// Whose edition this is, and whom to call: logo, name, and one quiet line with telephone and hours.
#pragma once

#include "wizard/shell/brand.h"

#include <QWidget>

namespace wizard::widgets {
class Emblem;
class Paragraph;
} // namespace wizard::widgets

namespace wizard::screens {

class Letterhead : public QWidget
{
    Q_OBJECT
public:
    explicit Letterhead(QWidget *parent = nullptr);

    /// Our own brand needs none: nothing is shown then.
    void show(const shell::Brand &brand, const QString &language);

private:
    widgets::Emblem *m_logo;
    widgets::Paragraph *m_name, *m_support;
};

} // namespace wizard::screens
