#include "wizard/screens/spelling.h"

namespace wizard::screens {

QString Spelling::letter(char c)
{
    switch (c) {
    case 'a':
        return tr("A as in Apple", "@spelling");
    case 'b':
        return tr("B as in Boston", "@spelling");
    case 'c':
        return tr("C as in China", "@spelling");
    case 'd':
        return tr("D as in Denmark", "@spelling");
    case 'e':
        return tr("E as in England", "@spelling");
    case 'f':
        return tr("F as in France", "@spelling");
    case 'g':
        return tr("G as in Germany", "@spelling");
    case 'h':
        return tr("H as in Hawaii", "@spelling");
    case 'i':
        return tr("I as in Italy", "@spelling");
    case 'j':
        return tr("J as in Japan", "@spelling");
    case 'k':
        return tr("K as in Korea", "@spelling");
    case 'l':
        return tr("L as in London", "@spelling");
    case 'm':
        return tr("M as in Mexico", "@spelling");
    case 'n':
        return tr("N as in Norway", "@spelling");
    case 'o':
        return tr("O as in Osaka", "@spelling");
    case 'p':
        return tr("P as in Paris", "@spelling");
    case 'q':
        return tr("Q as in Queen", "@spelling");
    case 'r':
        return tr("R as in Rome", "@spelling");
    case 's':
        return tr("S as in Sapporo", "@spelling");
    case 't':
        return tr("T as in Tokyo", "@spelling");
    case 'u':
        return tr("U as in Ueno", "@spelling");
    case 'v':
        return tr("V as in Victory", "@spelling");
    case 'w':
        return tr("W as in Washington", "@spelling");
    case 'x':
        return tr("X as in X-ray", "@spelling");
    case 'y':
        return tr("Y as in Yokohama", "@spelling");
    case 'z':
        return tr("Z as in Zebra", "@spelling");
    case '@':
        return tr("at sign", "@spelling");
    case '.':
        return tr("dot", "@spelling");
    case '-':
        return tr("hyphen (short line)", "@spelling");
    case '_':
        return tr("underscore (low line)", "@spelling");
    case '+':
        return tr("plus sign", "@spelling");
    case '0':
        return tr("the digit zero", "@spelling");
    case '1':
        return tr("the digit one", "@spelling");
    case '2':
        return tr("the digit two", "@spelling");
    case '3':
        return tr("the digit three", "@spelling");
    case '4':
        return tr("the digit four", "@spelling");
    case '5':
        return tr("the digit five", "@spelling");
    case '6':
        return tr("the digit six", "@spelling");
    case '7':
        return tr("the digit seven", "@spelling");
    case '8':
        return tr("the digit eight", "@spelling");
    case '9':
        return tr("the digit nine", "@spelling");
    default:
        return tr("a sign", "@spelling");
    }
}

QList<QPair<QString, QString>> Spelling::of(const QString &address)
{
    QList<QPair<QString, QString>> list;
    for (const QChar c : address) {
        if (c.isUpper())
            list += {QString(c), tr("capital %1", "@spelling").arg(letter(c.toLower().toLatin1()))};
        else
            list += {QString(c), letter(c.toLatin1())};
    }
    return list;
}

} // namespace wizard::screens
