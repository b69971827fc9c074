// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_bar.h"

#include <algorithm>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QTimerEvent>
#include <QToolButton>
#include <QWheelEvent>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/thumbnail_popup.h"
#include "ui/timeline/timeline_strip.h"

namespace blastoscope::ui {
namespace {

constexpr int kFastest = 60;
constexpr int kWheelNotch = 120; ///< eighths of a degree

} // namespace

TimelineBar::TimelineBar(QWidget* parent) : QWidget(parent)
{
    createActions();
    createWidgets();
    clear();
}

QAction* TimelineBar::addCommand(const QString& text, const QList<QKeySequence>& keys, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void TimelineBar::createActions()
{
    m_play = addCommand(tr("Play"), {}, [this] { setPlaying(!isPlaying()); });
    m_play->setIcon(icon(Icon::Play));
    m_next = addCommand(tr("Next frame"), {Qt::Key_Right, Qt::Key_D}, [this] { stepFrame(1); });
    m_previous = addCommand(tr("Previous frame"), {Qt::Key_Left, Qt::Key_A}, [this] { stepFrame(-1); });
    m_first = addCommand(tr("First frame"), {Qt::Key_Home}, [this] { stepFrame(-frameCount()); });
    m_last = addCommand(tr("Last frame"), {Qt::Key_End}, [this] { stepFrame(frameCount()); });
    m_planeUp = addCommand(tr("Focal plane up"), {Qt::Key_Up}, [this] { stepPlane(1); });
    m_planeDown = addCommand(tr("Focal plane down"), {Qt::Key_Down}, [this] { stepPlane(-1); });
}

void TimelineBar::createWidgets()
{
    m_playButton = new QToolButton(this);
    m_playButton->setDefaultAction(m_play);
    m_playButton->setAutoRaise(true);
    m_position = new QLabel(this);
    m_time = new QLabel(this);
    m_planeBox = new QComboBox(this);
    m_planeBox->setToolTip(tr("Focal plane (Shift+wheel, up and down keys)"));
    m_planeBox->setAccessibleName(tr("Focal plane"));
    m_strip = new TimelineStrip(this);
    m_popup = new ThumbnailPopup(this);
    for (QLabel* label : {m_position, m_time})
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* layout = new QHBoxLayout(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_playButton, m_position, m_time, m_planeBox})
        layout->addWidget(widget);
    layout->addWidget(m_strip, 1);
    updateMetrics();

    connect(m_planeBox, &QComboBox::activated, this, &TimelineBar::planeRequested);
    connect(m_strip, &TimelineStrip::frameRequested, this, &TimelineBar::requestFrame);
    connect(m_strip, &TimelineStrip::scrubStarted, this, [this] { setPlaying(false); });
    connect(m_strip, &TimelineStrip::scrubStarted, this, &TimelineBar::scrubStarted);
    connect(m_strip, &TimelineStrip::scrubEnded, this, &TimelineBar::scrubEnded);
    connect(m_strip, &TimelineStrip::frameHovered, this, &TimelineBar::showThumbnail);
}

void TimelineBar::setStack(int frameCount, std::vector<std::optional<double>> hours, const QStringList& planes,
                           int plane)
{
    setPlaying(false);
    ++m_stackSerial;
    m_thumbnails.clear();
    m_requested.reset();
    m_hours = std::move(hours);
    m_strip->setFrameCount(frameCount);
    m_planeBox->clear();
    m_planeBox->addItems(planes);
    m_planeBox->setVisible(planes.size() > 1);
    setCurrentPlane(plane);
    updateMetrics();
    showPosition();
}

int TimelineBar::frameCount() const
{
    return m_strip->frameCount();
}

int TimelineBar::currentFrame() const
{
    return m_strip->currentFrame();
}

int TimelineBar::currentPlane() const
{
    return std::max(m_planeBox->currentIndex(), 0);
}

void TimelineBar::setCurrentFrame(int frame)
{
    m_requested.reset();
    m_strip->setCurrentFrame(frame);
    showPosition();
}

void TimelineBar::setCurrentPlane(int plane)
{
    m_planeBox->setCurrentIndex(plane);
    updateEnabled();
}

void TimelineBar::setMarks(std::vector<FrameMark> marks)
{
    m_strip->setMarks(std::move(marks));
}

void TimelineBar::setMark(int frame, const FrameMark& mark)
{
    m_strip->setMark(frame, mark);
    if (m_hovered == frame)
        showThumbnail(frame);
}

void TimelineBar::setThumbnailProvider(ThumbnailProvider provider)
{
    m_provider = std::move(provider);
    m_thumbnails.clear();
}

void TimelineBar::setPlaying(bool playing)
{
    playing = playing && frameCount() > 1;
    if (playing == isPlaying())
        return;
    if (playing) {
        m_requested.reset();
        if (currentFrame() == frameCount() - 1)
            requestFrame(0);
        m_timer.start(1000 / m_framesPerSecond, Qt::PreciseTimer, this);
    } else {
        m_timer.stop();
    }
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setIcon(icon(playing ? Icon::Pause : Icon::Play));
    emit playingChanged(playing);
}

void TimelineBar::setPlaySpeed(int framesPerSecond)
{
    m_framesPerSecond = std::clamp(framesPerSecond, 1, kFastest);
    if (isPlaying())
        m_timer.start(1000 / m_framesPerSecond, Qt::PreciseTimer, this);
}

void TimelineBar::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QWidget::timerEvent(event);
    if (m_requested)
        return; // the last one is not on the screen yet
    if (currentFrame() + 1 < frameCount())
        requestFrame(currentFrame() + 1);
    else
        setPlaying(false);
}

void TimelineBar::requestFrame(int frame)
{
    m_requested = frame;
    emit frameRequested(frame);
}

void TimelineBar::stepFrame(int step)
{
    if (frameCount() == 0)
        return;
    const int frame = std::clamp(currentFrame() + step, 0, frameCount() - 1);
    if (frame != currentFrame())
        emit frameRequested(frame);
}

void TimelineBar::stepPlane(int step)
{
    const int plane = std::clamp(currentPlane() + step, 0, std::max(m_planeBox->count() - 1, 0));
    if (plane != currentPlane())
        emit planeRequested(plane);
}

QString TimelineBar::timeText(int frame) const
{
    if (std::size_t(frame) >= m_hours.size() || !m_hours[std::size_t(frame)])
        return {};
    return tr("%1 h", "hours").arg(QLocale().toString(*m_hours[std::size_t(frame)], 'f', 1));
}

void TimelineBar::showPosition()
{
    const QLocale locale;
    m_position->setText(frameCount() == 0
                            ? QString()
                            : tr("%1 / %2", "frame / number of frames")
                                  .arg(locale.toString(currentFrame() + 1), locale.toString(frameCount())));
    m_time->setText(timeText(currentFrame()));
    updateEnabled();
}

void TimelineBar::updateEnabled()
{
    const bool any = frameCount() > 1;
    m_play->setEnabled(any);
    m_strip->setEnabled(frameCount() > 0);
    for (QAction* action : {m_next, m_last})
        action->setEnabled(any && currentFrame() + 1 < frameCount());
    for (QAction* action : {m_previous, m_first})
        action->setEnabled(any && currentFrame() > 0);
    m_planeUp->setEnabled(currentPlane() + 1 < m_planeBox->count());
    m_planeDown->setEnabled(currentPlane() > 0);
}

/// Room for the widest text, so that nothing jumps while frames go by.
void TimelineBar::updateMetrics()
{
    const int unit = gridUnit(this);
    layout()->setContentsMargins(unit, unit / 2, unit, unit / 2);
    layout()->setSpacing(unit);
    const QFont figures = tabularFigures(font());
    const QFontMetrics metrics(figures);
    const QLocale locale;
    const QString last = locale.toString(std::max(frameCount(), 1));
    m_position->setFont(figures);
    m_time->setFont(figures);
    m_position->setMinimumWidth(metrics.horizontalAdvance(tr("%1 / %2", "frame / number of frames").arg(last, last)));
    double latest = 0;
    for (const std::optional<double>& hours : m_hours)
        latest = std::max(latest, hours.value_or(0));
    m_time->setVisible(!m_hours.empty());
    m_time->setMinimumWidth(metrics.horizontalAdvance(tr("%1 h", "hours").arg(locale.toString(latest, 'f', 1))));
}

void TimelineBar::requestThumbnail(int frame)
{
    if (!m_provider || m_thumbnails.contains(frame))
        return; // those that were asked for in vain, because the cursor was gone too soon, are asked for again
    m_provider(frame, [self = QPointer(this), serial = m_stackSerial](int delivered, QImage picture) {
        if (!self || self->m_stackSerial != serial)
            return;
        self->m_thumbnails.insert(delivered, std::move(picture));
        if (self->m_hovered == delivered)
            self->showThumbnail(delivered);
    });
}

void TimelineBar::showThumbnail(std::optional<int> frame)
{
    m_hovered = frame;
    if (!frame) {
        m_popup->hide();
        return;
    }
    requestThumbnail(*frame);
    const QLocale locale;
    QString title =
        tr("%1 / %2", "frame / number of frames").arg(locale.toString(*frame + 1), locale.toString(frameCount()));
    if (const QString time = timeText(*frame); !time.isEmpty())
        title = tr("%1 · %2", "position · time").arg(title, time);
    const QPoint above(int(m_strip->centerOf(*frame)), -gridUnit(this));
    m_popup->showAt(m_strip->mapToGlobal(above), m_thumbnails.value(*frame), title, m_strip->describe(*frame));
}

void TimelineBar::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    const int delta = angle.y() != 0 ? angle.y() : angle.x();
    m_wheelRest += delta; // a touchpad sends many small ones
    const int notches = m_wheelRest / kWheelNotch;
    m_wheelRest -= notches * kWheelNotch;
    if (event->modifiers() & Qt::ShiftModifier)
        stepPlane(notches);
    else
        stepFrame(-notches);
    event->accept();
}

void TimelineBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange && m_position)
        updateMetrics();
    QWidget::changeEvent(event);
}

} // namespace blastoscope::ui
