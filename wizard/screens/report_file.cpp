#include "wizard/screens/report_file.h"

#include "wizard/shell/tokens.h"

#include <QFileInfo>
#include <QPageLayout>
#include <QPrinter>
#include <QTextDocument>

namespace wizard::screens {

static bool savePdf(const session::Diagnosis &diagnosis, const QString &path, const QString &language)
{
    QPrinter printer(QPrinter::ScreenResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    QFont font(shell::textFamilies());
    font.setPointSize(11);
    QTextDocument document;
    document.setDefaultFont(font);
    // The engine escapes everything that came from outside when it makes this HTML.
    document.setHtml(diagnosis.reportHtml(language));
    document.print(&printer);
    const QFileInfo written(path);
    return printer.printerState() != QPrinter::Error && written.exists() && written.size() > 0;
}

bool saveReport(const session::Diagnosis &diagnosis, const QString &path, const QString &language)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"md" || ending == u"html" || ending == u"json")
        return diagnosis.saveReport(path, language).isEmpty();
    return savePdf(diagnosis, ending == u"pdf" ? path : path + QStringLiteral(".pdf"), language);
}

} // namespace wizard::screens
