// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/log_panel.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QTime>
#include <QVBoxLayout>

namespace blastoscope::ui {

namespace {

constexpr int kMaxLines = 2000;

QString levelName(base::LogLevel level)
{
    switch (level) {
    case base::LogLevel::Info: return QStringLiteral("info");
    case base::LogLevel::Warning: return QStringLiteral("warning");
    case base::LogLevel::Error: return QStringLiteral("error");
    }
    return {};
}

} // namespace

void LogRelay::post(base::LogLevel level, const QString& component, const QString& message)
{
    QMetaObject::invokeMethod(
        this, [this, level, component, message] { emit posted(level, component, message); }, Qt::QueuedConnection);
}

LogPanel::LogPanel(QWidget* parent) : QWidget(parent)
{
    m_lines = new QPlainTextEdit(this);
    m_lines->setReadOnly(true);
    m_lines->setMaximumBlockCount(kMaxLines);
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setPlaceholderText(tr("Nothing was logged yet."));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_lines);
}

void LogPanel::append(base::LogLevel level, const QString& component, const QString& message)
{
    const QString line = QStringLiteral("%1  %2  %3  %4")
                             .arg(QTime::currentTime().toString(QStringLiteral("HH:mm:ss")),
                                  levelName(level).leftJustified(7), component.leftJustified(10), message);
    QTextCharFormat format;
    if (level == base::LogLevel::Error || level == base::LogLevel::Warning)
        format.setFontWeight(QFont::Bold);
    QTextCursor cursor(m_lines->document());
    cursor.movePosition(QTextCursor::End);
    if (!m_lines->document()->isEmpty())
        cursor.insertBlock();
    cursor.insertText(line, format);
}

QString LogPanel::text() const
{
    return m_lines->toPlainText();
}

} // namespace blastoscope::ui
