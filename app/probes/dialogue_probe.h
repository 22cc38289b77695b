// A probe that is one dialogue: passes on what the dialogue notes, and ends when it ends.
#pragma once

#include "net/dialogue_base.h"
#include "probes/probe.h"

namespace probes {

class DialogueProbe : public Probe
{
    Q_OBJECT
public:
    explicit DialogueProbe(std::unique_ptr<net::DialogueBase> dialogue);
    void start() override;
    /// If the dialogue ends before this step, that it was not tried is a fact too: nobody waits for it any
    /// longer.
    void promise(model::Step step, const QJsonObject &seen = {});

protected:
    virtual void heard(const model::Fact &fact);

private:
    void close();

    std::unique_ptr<net::DialogueBase> m_dialogue;
    std::optional<model::Step> m_promised;
    QJsonObject m_promisedSeen;
    model::Fact m_last;
};

} // namespace probes
