// Takes the fields of a JSON object one by one and keeps the first thing that is wrong: a missing field, a
// wrong type, a value out of range, and at the end every key that nobody asked for.
#pragma once

#include "knowledge/json_reader.h"
#include "model/provider.h"

#include <QDate>
#include <QSet>
#include <QStringList>

namespace knowledge {

/// One per file; shared by all Fields of it.
struct Problem
{
    QString file;
    LoadError first;
    bool any = false;

    void say(const JsonNode &node, const QString &why, const QString &field = {});
};

class Fields
{
public:
    enum Need
    {
        Required,
        Optional
    };
    Fields(const JsonNode &node, Problem &problem);

    const JsonNode *take(const char *name, JsonNode::Kind kind, Need need);
    QString text(const char *name, Need need);
    QString oneOf(const char *name, const QStringList &allowed, Need need);
    QString host(const char *name, Need need);
    QString url(const char *name, Need need); ///< https only
    QDate date(const char *name, Need need);
    bool truth(const char *name, bool otherwise);
    qint64 whole(const char *name, qint64 least, qint64 most, Need need);
    double number(const char *name, double least, double most);
    QStringList texts(const char *name, Need need);
    model::Words words(const char *name, Need need); ///< at least one language
    QList<JsonNode> objects(const char *name, Need need, bool mayBeEmpty = true);

    /// Call last: refuses every key that was not asked for.
    void done();

private:
    const JsonNode &m_node;
    Problem &m_problem;
    QSet<QString> m_asked;
};

/// A host name as it may stand in a URL's place: letters, digits, hyphens, dots; no port, path or user.
bool isHostName(const QString &text);

} // namespace knowledge
