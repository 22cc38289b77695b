#include "wizard/screens/solved.h"

#include "wizard/screens/put_back.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/card_button.h"
#include "wizard/widgets/card_grid.h"
#include "wizard/widgets/panel.h"
#include "wizard/widgets/status_row.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace wizard::screens {

Solved::Solved(shell::Visit &visit)
    : Screen(visit), m_proofPanel(new widgets::Panel), m_backPanel(new widgets::Panel),
      m_proofTitle(new widgets::Paragraph(QStringLiteral("heading"))),
      m_backTitle(new widgets::Paragraph(QStringLiteral("heading"))), m_answer(new QButtonGroup(this)),
      m_yes(new widgets::CardButton), m_no(new widgets::CardButton)
{
    m_proofPanel->column()->addWidget(m_proofTitle);
    m_backPanel->column()->addWidget(m_backTitle);
    body()->addWidget(m_proofPanel);
    auto *grid = new widgets::CardGrid;
    grid->add(m_yes);
    grid->add(m_no);
    m_yes->setCheckable(true);
    m_no->setCheckable(true);
    m_answer->addButton(m_yes, 1);
    m_answer->addButton(m_no, 0);
    body()->addWidget(grid);
    body()->addWidget(m_backPanel);
    connect(m_answer, &QButtonGroup::idToggled, this, &Solved::actionsChanged);
}

void Solved::enter()
{
    connect(&diagnosis(), &session::Diagnosis::appsChanged, this, &Solved::speak);
    diagnosis().refreshApps();
    speak();
}

QString Solved::title() const
{
    return tr("Is it all right now?", "@title");
}

QString Solved::lead() const
{
    return tr("Please try your mail program once: send a mail to yourself.", "@lead");
}

QStringList Solved::outcomes() const
{
    return {QStringLiteral("solved"), QStringLiteral("not-solved"), QStringLiteral("measure")};
}

shell::Action Solved::next() const
{
    return {Words::next(), m_answer->checkedId() >= 0};
}

shell::Action Solved::aside() const
{
    return {tr("Measure again", "@button")};
}

void Solved::goNext()
{
    if (m_answer->checkedId() < 0)
        return;
    visit().solved = m_answer->checkedId() == 1;
    emit left(visit().solved ? QStringLiteral("solved") : QStringLiteral("not-solved"));
}

void Solved::goAside()
{
    emit left(QStringLiteral("measure"));
}

void Solved::showProof()
{
    qDeleteAll(m_proof);
    m_proof.clear();
    const int needed = diagnosis().neededTimeoutSeconds();
    for (const session::Patience &program : diagnosis().patience()) {
        if (!program.found || needed <= 0)
            continue;
        auto *row = new widgets::StatusRow;
        m_proof += row;
        m_proofPanel->column()->addWidget(row);
        const QString detail = tr("waits %1; needed are %2", "@row")
                                   .arg(Words::seconds(program.seconds), Words::seconds(needed));
        row->say(program.wouldTimeOut ? widgets::State::Bad : widgets::State::Fine,
                 Words::program(diagnosis().knowledge(), program.program, language()), detail,
                 program.wouldTimeOut ? tr("Hangs up too early", "@state")
                                      : tr("Waits long enough", "@state"));
    }
    m_proofPanel->setVisible(!m_proof.isEmpty());
}

void Solved::showPutBack()
{
    qDeleteAll(m_back);
    m_back.clear();
    for (const PutBack::Item &item : PutBack::open(visit())) {
        auto *box = new widgets::CardButton;
        box->say(item.words, tr("Press when it is done.", "@hint"));
        box->setCheckable(true);
        box->setChecked(visit().putBackDone.contains(item.id) && !item.seen);
        m_back += box;
        m_backPanel->column()->addWidget(box);
        connect(box, &QAbstractButton::toggled, this, [this, id = item.id](bool done) {
            visit().putBackDone.removeAll(id);
            if (done)
                visit().putBackDone += id;
            diagnosis().refreshApps();
        });
    }
    m_backPanel->setVisible(!m_back.isEmpty());
}

void Solved::retranslate()
{
    m_proofTitle->say(tr("The waiting time now", "@heading"));
    m_backTitle->say(tr("Please put back", "@heading"));
    m_yes->say(tr("Yes, it works", "@choice"));
    m_no->say(tr("No, there is still trouble", "@choice"));
    showProof();
    showPutBack();
}

} // namespace wizard::screens
