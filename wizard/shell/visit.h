// What all screens share: the engine's visit, and what was typed and chosen. Screens come and go; this stays.
#pragma once

#include "session/diagnosis.h"
#include "wizard/shell/brand.h"
#include "wizard/shell/language.h"

#include <QObject>
#include <memory>

namespace wizard::shell {

class Visit : public QObject
{
    Q_OBJECT
public:
    explicit Visit(const session::Options &options, QObject *parent = nullptr);
    ~Visit() override;

    /// The engine; started by the first call, so that the first screen need not wait for its data.
    session::Diagnosis &diagnosis();
    bool started() const { return m_diagnosis != nullptr; }
    const session::Options &options() const { return m_options; }
    Language &language() { return m_language; }
    /// Practice from the first screen on: a fresh engine with the practice provider behind it.
    bool beginPractice(const QStringList &faults);
    bool isPractice() const;
    /// Whom to call: the provider of the address, and as long as there is none, the one whose edition this
    /// is.
    std::optional<model::Provider> support();
    /// A fresh engine and an empty page, for the next person or a second run.
    void beginAgain();

    Brand brand; ///< the window's face

    // What was typed and chosen, kept until the visit ends
    QString typedAddress;
    QString typedIncoming, typedOutgoing;
    bool byTelephone = false;
    QString symptom;
    QString chosenApp;
    QString chosenRemedy;
    int guideStep = 0;
    QStringList putBackDone; ///< ids of temporary changes that the person says are undone
    bool wentOffline = false; ///< the guide told the person to switch their program offline
    bool solved = false;

signals:
    void practiceChanged();

private:
    session::Options m_options;
    Language m_language;
    std::unique_ptr<session::Diagnosis> m_diagnosis;
};

} // namespace wizard::shell
