// Ctrl-C and SIGTERM as an ordinary event: the visit ends with what was found so far.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace cli {

class Interrupt : public QObject
{
    Q_OBJECT
public:
    /// One at a time; the default handling is back when it dies.
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;
    bool happened() const { return m_happened; }

signals:
    void interrupted();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    bool m_happened = false;
};

} // namespace cli
