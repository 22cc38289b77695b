// Text as it should be set: line height 1.5 and more, lines of a readable length, Japanese line ends. Always
// plain text.
#pragma once

#include <QLabel>

namespace wizard::widgets {

class Paragraph : public QLabel
{
    Q_OBJECT
public:
    /// `role`: "title", "lead", "heading", "body", "note", "strong", "code" …: the style sheet's names.
    explicit Paragraph(const QString &role = QStringLiteral("body"), QWidget *parent = nullptr);

    void say(const QString &text); ///< an empty text hides the paragraph
    void setLongestLine(int fullWidthCharacters) { m_longest = fullWidthCharacters; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *) override;
    void changeEvent(QEvent *event) override;

private:
    QStringList lines(int width) const;
    int lineHeight() const;
    int widest() const;

    int m_longest = 42;
    mutable int m_linesFor = -1;
    mutable QStringList m_lines;
};

} // namespace wizard::widgets
