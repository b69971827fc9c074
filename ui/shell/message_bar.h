// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QFrame>
#include <QString>
#include <QWidget>

#include "core/base/error.h"

class QVBoxLayout;

namespace blastoscope::ui {

enum class MessageKind { Information, Warning, Error };

/// Something to tell without getting in the way.
struct Message {
    MessageKind kind = MessageKind::Information;
    QString text = {};       ///< what happened, to which file, what helps
    QString details = {};    ///< technical text, folded; may be empty
    QString actionText = {}; ///< a button, e.g. "Restore"; may be empty
    std::function<void()> action = {};
    QString otherText = {}; ///< a second button
    std::function<void()> other = {};
    QString key = {}; ///< a new message replaces the one with the same key; empty = the text itself
};

/// One message with its buttons.
class MessageStrip : public QFrame {
    Q_OBJECT
public:
    MessageStrip(const Message& message, QWidget* parent);

    const QString& key() const { return m_key; }
    const QString& text() const { return m_text; }

signals:
    void closed();

private:
    QString m_key;
    QString m_text;
};

/// The messages that wait to be read, floating over the top of their parent so that nothing below them moves. A plain
/// information goes away by itself; everything else stays until it is closed.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent);

    /// Messages begin right of this widget while it is shown: a strip of tools stays within reach.
    void keepClearOf(QWidget* strip);

    void show(const Message& message);
    void showError(const base::Error& error);
    void showInformation(const QString& text);
    void dismiss(const QString& key);
    QStringList texts() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void place();
    void remove(MessageStrip* strip);

    std::vector<MessageStrip*> m_strips;
    QWidget* m_clear = nullptr; ///< what is not covered
    QVBoxLayout* m_layout = nullptr;
};

} // namespace blastoscope::ui
