// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/base/log.h"

class QPlainTextEdit;

namespace blastoscope::ui {

/// Carries log lines from any thread to the window's. Lives in the program's main(), longer than any window.
class LogRelay : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// From any thread.
    void post(base::LogLevel level, const QString& component, const QString& message);

signals:
    void posted(blastoscope::base::LogLevel level, const QString& component, const QString& message);
};

/// The latest lines of the log.
class LogPanel : public QWidget {
    Q_OBJECT
public:
    explicit LogPanel(QWidget* parent = nullptr);

    void append(base::LogLevel level, const QString& component, const QString& message);
    QString text() const;

private:
    QPlainTextEdit* m_lines = nullptr;
};

} // namespace blastoscope::ui
