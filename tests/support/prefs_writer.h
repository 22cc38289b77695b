// Makes up prefs.js files of every shape that Thunderbird reads, and knows, without reading them, what one
// edit must make of them. Of one seed always the same.
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QRandomGenerator>

namespace support {

class PrefsWriter
{
public:
    explicit PrefsWriter(quint32 seed) : m_random(seed) { }

    struct Made
    {
        QByteArray file;
        QByteArray edited; ///< `file` with `name` set to 600 and nothing else touched
        QByteArray old; ///< the literal that counted; empty: none
        bool broken = false; ///< a line in it is no setting and no comment
    };

    static QByteArray name() { return "mailnews.tcptimeout"; }

    Made make()
    {
        static const QByteArrayList breaks{"\n", "\r\n", "\r"};
        m_break = breaks[any(10) < 5 ? 0 : any(3)];
        m_broken = false;
        m_parts.clear();
        m_target = -1;
        const int statements = 1 + any(12);
        add(statement("mail.first", literal()) + m_break); // an empty file is another story
        for (int i = 0; i < statements; ++i)
            addSomething();
        return finished();
    }

private:
    int any(int below) { return int(m_random.bounded(below)); }
    bool rarely() { return any(20) == 0; }
    QByteArray oneOf(const QByteArrayList &list) { return list[any(int(list.size()))]; }

    void add(const QByteArray &bytes) { m_parts.append(bytes); }

    QByteArray space()
    {
        static const QByteArrayList gaps{"", "", "", " ", "  ", "\t", "/* x */", "/*\"*/"};
        return rarely() ? m_break + oneOf(gaps) : oneOf(gaps);
    }

    QByteArray quoted(const QByteArray &text)
    {
        const char quote = any(3) ? '"' : '\'';
        return quote + text + quote;
    }

    QByteArray literal()
    {
        static const QByteArrayList texts{"",
                                          "taro",
                                          "\\u592a\\x41",
                                          "\xE5\xA4\xAA\xE9\x83\x8E",
                                          "// no comment",
                                          "/* nor this */",
                                          "user_pref(\\\"mailnews.tcptimeout\\\", 1);",
                                          "a);b",
                                          "\\\\",
                                          "\\n\\r",
                                          "C:\\\\Users\\\\x",
                                          "#",
                                          "\\'",
                                          "\\\""};
        switch (any(4)) {
        case 0:
            return any(2) ? "true" : "false";
        case 1:
            return QByteArray::number(any(100'000) - 1000);
        case 2:
            return quoted(oneOf(texts));
        default:
            return quoted(QByteArray(any(200), 'x'));
        }
    }

    /// `before` and `after` are what stands around the literal, which is what an edit exchanges.
    QByteArray opening(const QByteArray &name)
    {
        static const QByteArrayList words{"user_pref", "user_pref", "user_pref", "pref", "sticky_pref"};
        QByteArray written = name;
        if (rarely())
            written.replace(0, 1, "\\x" + QByteArray::number(uchar(name[0]), 16));
        return oneOf(words) + space() + '(' + space() + quoted(written) + space() + ',' + space();
    }
    QByteArray closing() { return space() + ')' + space() + ';'; }
    QByteArray statement(const QByteArray &name, const QByteArray &value)
    {
        return opening(name) + value + closing();
    }

    void addSomething()
    {
        const QByteArray lineEnd = any(8) ? m_break : QByteArray(" "); // some stand on one line
        switch (any(9)) {
        case 0:
        case 1:
            add(opening(name()));
            m_target = m_parts.size();
            add(literal());
            add(closing() + lineEnd);
            break;
        case 2:
            add("// user_pref(\"mailnews.tcptimeout\", 1);" + m_break);
            break;
        case 3:
            add("# user_pref(\"mailnews.tcptimeout\", 2);" + m_break);
            break;
        case 4:
            add("/* user_pref(\"mailnews.tcptimeout\", 3);" + m_break + " ' \" * / */" + lineEnd);
            break;
        case 5:
            add(m_break);
            break;
        case 6:
            add(statement("mailnews.tcptimeout2", literal()) + lineEnd);
            break;
        case 7:
            if (rarely()) {
                m_broken = true;
                static const QByteArrayList junk{
                    "garbage;", "user_pref(\"x\" 1);", "user_pref(x, 1);", "user_pref(\"x\", maybe);", ")",
                    "user_pref"};
                add(m_break + oneOf(junk) + ';' + m_break);
            }
            break;
        default:
            add(statement("mail.server.server" + QByteArray::number(any(9)) + ".name", literal()) + lineEnd);
        }
    }

    Made finished()
    {
        Made made;
        const bool cut = !any(4);
        if (cut && m_parts.last().endsWith(m_break) && m_parts.size() > 1)
            m_parts.last().chop(m_break.size());
        made.file = m_parts.join();
        made.broken = m_broken;
        if (m_target >= 0) {
            made.old = m_parts[m_target];
            QByteArrayList parts = m_parts;
            parts[m_target] = "600";
            made.edited = parts.join();
            return made;
        }
        // What is added at the end ends its lines as the file does.
        const QByteArray lineBreak = made.file.contains("\r\n") ? "\r\n"
            : made.file.contains('\n')                          ? "\n"
            : made.file.contains('\r')                          ? "\r"
                                                                : "\n";
        made.edited = made.file;
        if (!made.file.endsWith('\n') && !made.file.endsWith('\r'))
            made.edited += lineBreak;
        made.edited += "user_pref(\"mailnews.tcptimeout\", 600);" + lineBreak;
        return made;
    }

    QRandomGenerator m_random;
    QByteArray m_break;
    QByteArrayList m_parts;
    qsizetype m_target = -1; ///< of m_parts: the literal of the last setting of that name
    bool m_broken = false;
};

} // namespace support
