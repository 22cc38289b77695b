// The provider's telephone number and hours, with the sentence that keeps impostors out.
#pragma once

#include "model/provider.h"

#include <QFrame>
#include <optional>

namespace wizard::widgets {
class Paragraph;
}

namespace wizard::shell {

class ContactCard : public QFrame
{
    Q_OBJECT
public:
    explicit ContactCard(QWidget *parent = nullptr);

    void show(const std::optional<model::Provider> &provider, const QString &language);

private:
    widgets::Paragraph *m_who, *m_number, *m_hours, *m_check, *m_never;
};

} // namespace wizard::shell
