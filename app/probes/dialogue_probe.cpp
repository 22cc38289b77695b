#include "probes/dialogue_probe.h"

namespace probes {

DialogueProbe::DialogueProbe(std::unique_ptr<net::DialogueBase> dialogue) : m_dialogue(std::move(dialogue))
{
    connect(m_dialogue.get(), &net::DialogueBase::noted, this,
            [this](const model::Fact &fact) { heard(fact); });
    connect(m_dialogue.get(), &net::DialogueBase::stage, this, &Probe::stage);
    connect(m_dialogue.get(), &net::DialogueBase::ended, this, &DialogueProbe::close);
}

void DialogueProbe::start()
{
    m_dialogue->start();
}

void DialogueProbe::promise(model::Step step, const QJsonObject &seen)
{
    m_promised = step;
    m_promisedSeen = seen;
}

void DialogueProbe::heard(const model::Fact &fact)
{
    if (m_promised == fact.step)
        m_promised.reset();
    m_last = fact;
    emit noted(fact);
}

void DialogueProbe::close()
{
    if (m_promised) {
        model::Fact missing;
        missing.step = *m_promised;
        missing.endpoint = m_last.endpoint;
        missing.address = m_last.address;
        missing.failure = model::Failure::NotTried;
        missing.seen = m_promisedSeen;
        emit noted(missing);
    }
    emit finished();
}

} // namespace probes
