#include "wizard/screens/guide_paper.h"

#include "report/guide_html.h"
#include "wizard/shell/tokens.h"
#include "wizard/widgets/drawing.h"
#include "wizard/widgets/step_picture.h"

#include <QFile>
#include <QPageLayout>
#include <QPainter>
#include <QPrintDialog>
#include <QUrl>

namespace wizard::screens {

/// Three times as fine as on the screen: a printer shows it.
static QImage drawn(const knowledge::GuideStep &step)
{
    QFile file(step.picture);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    widgets::Drawing drawing;
    drawing.load(widgets::StepPicture::withLabels(file.readAll(), step.labels));
    QImage image(960, 600, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawing.render(&painter, QRectF(image.rect()));
    return image;
}

std::unique_ptr<QTextDocument> guideDocument(const QList<knowledge::Guide> &guides,
                                             const knowledge::Knowledge &knowledge, const QString &language)
{
    auto document = std::make_unique<QTextDocument>();
    for (qsizetype i = 0; i < guides.size(); ++i) {
        for (qsizetype at = 0; at < guides[i].steps.size(); ++at)
            document->addResource(QTextDocument::ImageResource, QUrl(report::pictureUrl(i, at)),
                                  drawn(guides[i].steps[at]));
    }
    QFont font(shell::textFamilies());
    font.setPointSize(11);
    document->setDefaultFont(font);
    document->setHtml(report::guideHtml(guides, knowledge, language));
    return document;
}

bool printGuides(const QList<knowledge::Guide> &guides, const knowledge::Knowledge &knowledge,
                 const QString &language, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    guideDocument(guides, knowledge, language)->print(&printer);
    return true;
}

} // namespace wizard::screens
