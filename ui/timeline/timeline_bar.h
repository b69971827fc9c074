// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QBasicTimer>
#include <QHash>
#include <QStringList>
#include <QWidget>

#include "ui/timeline/timeline_marks.h"

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace blastoscope::ui {

class ThumbnailPopup;
class TimelineStrip;

/// Time and focal plane of what is shown: play, position, hours, plane, the strip with a small picture at the cursor.
/// Shows what it is told and asks for what the person wants; it never changes the frame by itself, so the strip and the
/// picture cannot disagree. While playing, the next frame is asked for only after setCurrentFrame() confirmed the last.
class TimelineBar : public QWidget {
    Q_OBJECT
public:
    explicit TimelineBar(QWidget* parent = nullptr);

    /// A new stack; position, marks and small pictures start over. `hours` has `frameCount` entries or none.
    void setStack(int frameCount, std::vector<std::optional<double>> hours, const QStringList& planes, int plane);
    void clear() { setStack(0, {}, {}, 0); }
    int frameCount() const;

    void setCurrentFrame(int frame);
    int currentFrame() const;
    void setCurrentPlane(int plane);
    int currentPlane() const;

    void setMarks(std::vector<FrameMark> marks);
    void setMark(int frame, const FrameMark& mark);
    void setThumbnailProvider(ThumbnailProvider provider);

    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);
    /// Frames per second while playing, in [1, 60]; 12 at first.
    void setPlaySpeed(int framesPerSecond);

    /// For menus, the command palette and rebinding. Their keys work while the bar, or any widget they are added to
    /// (the canvas), has the focus: in the whole window the arrow keys would be taken from tables and lists.
    QAction* playAction() const { return m_play; }              ///< no key: Space pans
    QAction* nextFrameAction() const { return m_next; }         ///< Right, D
    QAction* previousFrameAction() const { return m_previous; } ///< Left, A
    QAction* firstFrameAction() const { return m_first; }       ///< Home
    QAction* lastFrameAction() const { return m_last; }         ///< End
    QAction* planeUpAction() const { return m_planeUp; }        ///< Up
    QAction* planeDownAction() const { return m_planeDown; }    ///< Down

public slots:
    /// Relative; stops at the ends.
    void stepFrame(int step);
    void stepPlane(int step);

signals:
    void frameRequested(int frame);
    void planeRequested(int plane);
    void playingChanged(bool playing);
    void scrubStarted();
    void scrubEnded();

protected:
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    void createActions();
    void createWidgets();
    QAction* addCommand(const QString& text, const QList<QKeySequence>& keys, std::function<void()> run);
    void requestFrame(int frame);
    void showPosition();
    void showThumbnail(std::optional<int> frame);
    void updateEnabled();
    void updateMetrics();
    void requestThumbnail(int frame);
    QString timeText(int frame) const;

    std::vector<std::optional<double>> m_hours;
    ThumbnailProvider m_provider;
    QHash<int, QImage> m_thumbnails;
    std::optional<int> m_hovered;
    int m_stackSerial = 0;          ///< small pictures of an earlier stack are dropped
    std::optional<int> m_requested; ///< asked for while playing, not yet confirmed
    int m_framesPerSecond = 12;
    int m_wheelRest = 0; ///< eighths of a degree not yet spent on a step
    QBasicTimer m_timer;

    QAction* m_play = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_first = nullptr;
    QAction* m_last = nullptr;
    QAction* m_planeUp = nullptr;
    QAction* m_planeDown = nullptr;
    QToolButton* m_playButton = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_time = nullptr;
    QComboBox* m_planeBox = nullptr;
    TimelineStrip* m_strip = nullptr;
    ThumbnailPopup* m_popup = nullptr;
};

} // namespace blastoscope::ui
