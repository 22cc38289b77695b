#include "cli/prompt.h"

#include <QByteArray>

#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace cli {

namespace {

/// Not through stdio: its buffer would keep the password.
QString readLine()
{
    QByteArray line;
    char c = 0;
#ifdef Q_OS_WIN
    // A console's bytes are in a code page of its own, its letters are not.
    const HANDLE console = GetStdHandle(STD_INPUT_HANDLE);
    if (DWORD mode = 0; GetConsoleMode(console, &mode)) {
        QString letters;
        wchar_t letter = 0;
        for (DWORD read = 0;
             ReadConsoleW(console, &letter, 1, &read, nullptr) && read == 1 && letter != L'\n';)
            if (letter != L'\r')
                letters.append(QChar(letter));
        return letters;
    }
    while (_read(0, &c, 1) == 1 && c != '\n')
        line.append(c);
#else
    while (::read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
        line.append(c);
#endif
    const QString letters = QString::fromLocal8Bit(line);
    line.fill('\0');
    return letters;
}

void show(const QString &question)
{
    const QByteArray bytes = question.toUtf8() + ' ';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

bool atTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(0) != 0;
#else
    return isatty(STDIN_FILENO) == 1;
#endif
}

/// Typing stays invisible while this lives.
class Unseen
{
public:
#ifdef Q_OS_WIN
    Unseen() : m_console(GetStdHandle(STD_INPUT_HANDLE))
    {
        m_known = GetConsoleMode(m_console, &m_before) != 0;
        if (m_known)
            SetConsoleMode(m_console, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~Unseen()
    {
        if (m_known)
            SetConsoleMode(m_console, m_before);
    }
#else
    Unseen()
    {
        m_known = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        if (m_known)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen()
    {
        if (m_known)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
#endif
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

private:
#ifdef Q_OS_WIN
    HANDLE m_console;
    DWORD m_before = 0;
#else
    termios m_before = {};
#endif
    bool m_known = false;
};

} // namespace

Prompt::Prompt(bool yes) : m_interactive(!yes && atTerminal()) { }

QString Prompt::ask(const QString &question) const
{
    if (!m_interactive)
        return {};
    show(question);
    return readLine().trimmed();
}

bool Prompt::yes(const QString &question) const
{
    if (!m_interactive)
        return true;
    const QString answer = ask(question).toLower();
    return answer.isEmpty() || answer.startsWith(u'y') || answer.startsWith(u'j') || answer == u"はい";
}

model::Secret Prompt::password(const QString &question) const
{
    if (!m_interactive)
        return {};
    const Unseen unseen;
    show(question);
    QString line = readLine();
    std::fputc('\n', stdout);
    model::Secret secret(line);
    line.fill(u'\0');
    return secret;
}

} // namespace cli
