#include "wizard/shell/visit.h"

namespace wizard::shell {

Visit::Visit(const session::Options &options, QObject *parent) : QObject(parent), m_options(options) { }

Visit::~Visit() = default;

session::Diagnosis &Visit::diagnosis()
{
    if (!m_diagnosis)
        m_diagnosis = std::make_unique<session::Diagnosis>(m_options);
    return *m_diagnosis;
}

bool Visit::isPractice() const
{
    return m_options.practice || (m_diagnosis && m_diagnosis->visit().practice);
}

bool Visit::beginPractice(const QStringList &faults)
{
    diagnosis().startPractice(faults);
    emit practiceChanged();
    return diagnosis().error().isEmpty();
}

std::optional<model::Provider> Visit::support()
{
    const model::Case &seen = diagnosis().visit();
    return seen.provider || !seen.address.isEmpty() ? seen.provider : brand.provider;
}

void Visit::beginAgain()
{
    m_diagnosis.reset();
    typedAddress.clear();
    typedIncoming.clear();
    typedOutgoing.clear();
    symptom.clear();
    chosenApp.clear();
    chosenRemedy.clear();
    putBackDone.clear();
    guideStep = 0;
    byTelephone = wentOffline = solved = false;
    emit practiceChanged();
}

} // namespace wizard::shell
