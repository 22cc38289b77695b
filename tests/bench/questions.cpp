// Fifty names asked at once through the program's own resolver, of the server given as ADDRESS:PORT.
// Prints the seconds from the first question to the last answer, and how many were answered.
#include "net/resolver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <memory>
#include <vector>

constexpr int questions = 50;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList server = app.arguments().value(1).split(u':');
    if (server.size() != 2) {
        QTextStream(stderr) << "questions ADDRESS:PORT\n";
        return 2;
    }
    net::Environment environment;
    environment.resolvers = {{QHostAddress(server[0]), server[1].toUShort()}};
    std::vector<std::unique_ptr<net::Resolver>> asked;
    int answers = 0, good = 0;
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < questions; ++i) {
        asked.push_back(
            std::make_unique<net::Resolver>(environment, QStringLiteral("1.2.0.192.list%1.test").arg(i)));
        QObject::connect(asked.back().get(), &net::Resolver::answered, &app,
                         [&](const net::NameAnswer &answer) {
                             good += !answer.addresses().isEmpty();
                             if (++answers == questions)
                                 app.quit();
                         });
        asked.back()->start();
    }
    app.exec();
    QTextStream(stdout) << double(clock.nsecsElapsed()) / 1e9 << ' ' << good << '\n';
    return good == questions ? 0 : 1;
}
