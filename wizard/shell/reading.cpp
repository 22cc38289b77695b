#include "wizard/shell/reading.h"

namespace wizard::shell {

// Only letters whose Japanese names cannot be taken for one another are used for sections.
QString Reading::letterName(QChar letter)
{
    switch (letter.unicode()) {
    case 'A':
        return tr("A", "@letter said aloud");
    case 'R':
        return tr("R", "@letter said aloud");
    case 'S':
        return tr("S", "@letter said aloud");
    case 'L':
        return tr("L", "@letter said aloud");
    case 'W':
        return tr("W", "@letter said aloud");
    case 'Y':
        return tr("Y", "@letter said aloud");
    case 'U':
        return tr("U", "@letter said aloud");
    case 'Z':
        return tr("Z", "@letter said aloud");
    case 'X':
        return tr("X", "@letter said aloud");
    default:
        return {};
    }
}

QString Reading::pictureWord(QChar letter)
{
    switch (letter.unicode()) {
    case 'A':
        return tr("Apple", "@picture word for A");
    case 'R':
        return tr("River", "@picture word for R");
    case 'S':
        return tr("Sugar", "@picture word for S");
    case 'L':
        return tr("Lemon", "@picture word for L");
    case 'W':
        return tr("Winter", "@picture word for W");
    case 'Y':
        return tr("Yellow", "@picture word for Y");
    case 'U':
        return tr("Uncle", "@picture word for U");
    case 'Z':
        return tr("Zebra", "@picture word for Z");
    case 'X':
        return tr("X-ray", "@picture word for X");
    default:
        return {};
    }
}

QString Reading::digitName(QChar digit)
{
    switch (digit.unicode()) {
    case '1':
        return tr("one", "@digit said aloud");
    case '2':
        return tr("two", "@digit said aloud");
    case '3':
        return tr("three", "@digit said aloud");
    case '4':
        return tr("four", "@digit said aloud");
    case '5':
        return tr("five", "@digit said aloud");
    case '6':
        return tr("six", "@digit said aloud");
    case '7':
        return tr("seven", "@digit said aloud");
    case '8':
        return tr("eight", "@digit said aloud");
    case '9':
        return tr("nine", "@digit said aloud");
    default:
        return {};
    }
}

QString Reading::line(const QString &id)
{
    if (id.size() != 3 || letterName(id[0]).isEmpty())
        return {};
    return tr("%1 %2 (%3)", "@reading line: letter, digit, picture word")
        .arg(letterName(id[0]), digitName(id[2]), pictureWord(id[0]));
}

QString Reading::normalised(const QString &typed)
{
    QString letter, digit;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KC).toUpper()) {
        if (c >= QLatin1Char('A') && c <= QLatin1Char('Z') && letter.isEmpty() && digit.isEmpty())
            letter = c;
        else if (c >= QLatin1Char('1') && c <= QLatin1Char('9') && !letter.isEmpty() && digit.isEmpty())
            digit = c;
        else if (c.isLetterOrNumber() && c != QChar(0x30fc)) // the long-vowel bar is typed for a hyphen
            return {};
    }
    if (letter.isEmpty() || digit.isEmpty())
        return {};
    return letter + QLatin1Char('-') + digit;
}

} // namespace wizard::shell
