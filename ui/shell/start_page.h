// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QImage>
#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;

namespace blastoscope::ui {

class ChoiceButton;

/// What the window shows while no stack is open: three large choices, the recent stacks and the one sentence about use.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    /// The latest first.
    void setRecentStacks(const QStringList& paths);
    void setThumbnail(const QString& path, const QImage& picture);
    /// False when no sample is installed: the choice then says so.
    void setSampleAvailable(bool available);

signals:
    void openFilesRequested();
    void openFolderRequested();
    void openProjectRequested();
    void newProjectRequested();
    void sampleRequested();
    void recentRequested(const QString& path);
    void forgetRecentRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* createChoices();
    void showOpenMenu();
    void showRecentMenu(const QPoint& position);
    void applyColors();

    QString m_latest;
    ChoiceButton* m_open = nullptr;
    ChoiceButton* m_sample = nullptr;
    ChoiceButton* m_recent = nullptr;
    QLabel* m_subtitle = nullptr;
    QLabel* m_recentTitle = nullptr;
    QListWidget* m_recentList = nullptr;
    QLabel* m_foot = nullptr;
};

} // namespace blastoscope::ui
