// The smallest program with a window: what Qt itself costs, to hold Todoku against.
#include <QApplication>
#include <QWidget>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QWidget window;
    window.resize(1024, 768);
    window.show();
    return QApplication::exec();
}
