// "It looks quite different": the other versions of the mail program that a walk-through knows, to choose
// from.
#pragma once

#include "knowledge/knowledge.h"

#include <QWidget>

namespace wizard::widgets {
class Expander;
class Paragraph;
} // namespace wizard::widgets

namespace wizard::screens {

class EditionChoice : public QWidget
{
    Q_OBJECT
public:
    explicit EditionChoice(QWidget *parent = nullptr);

    /// Nothing is shown where there is no choice.
    void offer(const QList<knowledge::GuideEdition> &editions, const QString &chosen);

signals:
    void chosen(const QString &edition);

private:
    widgets::Expander *m_fold;
    widgets::Paragraph *m_question;
    QWidget *m_cards = nullptr;
    QList<knowledge::GuideEdition> m_offered;
    QString m_chosen;
};

} // namespace wizard::screens
