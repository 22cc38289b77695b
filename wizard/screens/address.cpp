#include "wizard/screens/address.h"

#include "wizard/screens/spelling.h"
#include "wizard/screens/words.h"
#include "wizard/widgets/callout.h"
#include "wizard/widgets/card_button.h"
#include "wizard/widgets/expander.h"
#include "wizard/widgets/spelling_sheet.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace wizard::screens {

Address::Address(shell::Visit &visit)
    : Screen(visit), m_field(new QLineEdit(visit.typedAddress)) // before anything can be said over it
      ,
      m_note(new widgets::Callout), m_found(new QWidget), m_aloud(new widgets::Expander),
      m_sheet(new widgets::SpellingSheet)
{
    m_field->setProperty("role", QStringLiteral("code"));
    m_field->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhLatinOnly | Qt::ImhNoPredictiveText
                                 | Qt::ImhSensitiveData);
    m_field->setMaxLength(320);
    auto *found = new QVBoxLayout(m_found);
    found->setContentsMargins(0, 0, 0, 0);
    found->setSpacing(12);
    m_aloud->content()->addWidget(m_sheet);
    body()->addWidget(m_field);
    body()->addWidget(m_note);
    body()->addWidget(m_found);
    body()->addWidget(m_aloud);
    connect(m_field, &QLineEdit::textChanged, this, &Address::typed);
}

QString Address::title() const
{
    return tr("What is your mail address?", "@title");
}

QString Address::lead() const
{
    return tr("It tells which company looks after your mail. It is not sent anywhere.", "@lead");
}

QStringList Address::outcomes() const
{
    return {QStringLiteral("known"), QStringLiteral("unknown"), QStringLiteral("skip")};
}

shell::Action Address::next() const
{
    return {Words::next()};
}

shell::Action Address::aside() const
{
    return {Words::skip()};
}

void Address::enter()
{
    if (m_field->text().isEmpty() && visit().isPractice())
        m_field->setText(diagnosis().visit().address);
    m_aloud->setOpen(visit().byTelephone);
    connect(&diagnosis(), &session::Diagnosis::appsChanged, this, &Address::offerFound);
    if (!diagnosis().visit().appsRead)
        diagnosis().refreshApps();
    offerFound();
    typed();
}

void Address::offerFound()
{
    QStringList addresses;
    for (const model::MailApp &app : diagnosis().visit().apps) {
        for (const model::AppProfile &profile : app.profiles) {
            for (const model::Account &account : profile.accounts) {
                if (!account.address.isEmpty() && !addresses.contains(account.address))
                    addresses += account.address;
            }
        }
    }
    addresses.removeAll(m_field->text());
    qDeleteAll(m_found->findChildren<widgets::CardButton *>(Qt::FindDirectChildrenOnly));
    for (const QString &address : addresses.mid(0, 3)) {
        auto *card = new widgets::CardButton;
        card->say(address, tr("Found in the mail program on this PC. Press to use it.", "@choice"));
        connect(card, &QAbstractButton::clicked, this, [this, address] { m_field->setText(address); });
        m_found->layout()->addWidget(card);
    }
    m_found->setVisible(!addresses.isEmpty());
}

void Address::typed()
{
    const QString text = m_field->text();
    visit().typedAddress = text;
    const session::AddressCheck check = session::Diagnosis::checkAddress(text);
    const bool wrong = !text.trimmed().isEmpty() && !check.valid;
    if (wrong && m_complained)
        m_note->say(
            widgets::State::Attention, tr("This cannot be a mail address yet.", "@error"),
            tr("An address has one @ in the middle, for example hanako@example.ne.jp. If you cannot find it, "
               "press “Skip”.",
               "@error"));
    else if (check.valid && check.changed)
        m_note->say(widgets::State::Info, tr("Read as: %1", "@correction").arg(check.corrected),
                    tr("Full-width letters and blanks were put right. Please compare.", "@correction"));
    else if (check.findings.contains(QStringLiteral("address.typo-domain")))
        m_note->say(widgets::State::Attention,
                    tr("Please compare the part after @ once more.", "@correction"),
                    tr("It looks very much like a well-known name, but one letter differs.", "@correction"));
    else
        m_note->say(QString());
    m_sheet->show(Spelling::of(check.valid ? check.corrected : text.trimmed()));
    m_aloud->setVisible(!text.trimmed().isEmpty());
}

void Address::take(const QString &address)
{
    diagnosis().setAddress(address);
    emit left(diagnosis().visit().provider ? QStringLiteral("known") : QStringLiteral("unknown"));
}

void Address::goNext()
{
    const session::AddressCheck check = session::Diagnosis::checkAddress(m_field->text());
    if (m_field->text().trimmed().isEmpty() || !check.valid) {
        m_complained = true;
        if (m_field->text().trimmed().isEmpty())
            m_note->say(widgets::State::Attention, tr("Nothing has been typed yet.", "@error"),
                        tr("Please type your address, or press “Skip”.", "@error"));
        else
            typed();
        return m_field->setFocus();
    }
    take(check.corrected);
}

void Address::goAside()
{
    diagnosis().setAddress({});
    emit left(QStringLiteral("skip"));
}

void Address::retranslate()
{
    m_field->setAccessibleName(tr("Mail address", "@field"));
    m_field->setPlaceholderText(tr("hanako@example.ne.jp", "@example"));
    m_aloud->say(tr("How to read it aloud on the phone", "@expander"),
                 tr("Hide how to read it aloud", "@expander"));
    typed();
    if (visit().started())
        offerFound();
}

} // namespace wizard::screens
