// What a report says, in order, already masked and in one language; Markdown and HTML only write it down.
#pragma once

#include "report/report.h"

#include <QList>
#include <QString>

namespace report {

struct Row
{
    QString name, value;
};

struct Section
{
    QString title;
    QString body; ///< Markdown paragraphs
    QList<Row> rows;
};

struct Pieces
{
    QString title;
    QList<Row> head; ///< date, address, contact
    QString verdict; ///< one sentence
    QString vantage;
    QList<Section> findings;
    QString changesTitle, noChanges;
    QList<Section> changes;
    QString factsTitle;
    QList<QString> factColumns;
    QList<QList<QString>> facts;
    QString masked; ///< empty where nothing is masked
};

Pieces pieces(const model::Case &visit, const model::Verdict &verdict,
              const QList<model::JournalEntry> &journal, const knowledge::Knowledge &knowledge,
              const Options &options);

} // namespace report
