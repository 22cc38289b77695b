// The top of the window: the screen's number and how it is read aloud, and four tools that are always there.
#pragma once

#include <QWidget>

class QPushButton;

namespace wizard::widgets {
class Paragraph;
}

namespace wizard::shell {

class Header : public QWidget
{
    Q_OBJECT
public:
    explicit Header(QWidget *parent = nullptr);

    void show(const QString &screenId);
    void setLanguage(const QString &code);
    void setTextSize(int percent);
    void retranslate();

signals:
    void languageChosen(const QString &code);
    void textSizeChosen(int percent);
    void contactAsked();
    void jumpAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fold(); ///< where the tools do not fit side by side, one menu holds them all
    void fillMenus();

    QString m_id, m_language;
    int m_percent = 100;
    QPushButton *m_badge;
    widgets::Paragraph *m_reading;
    QPushButton *m_contact, *m_jump, *m_size, *m_tongue, *m_more;
};

} // namespace wizard::shell
