// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stack_view.h"

#include <QHBoxLayout>
#include <QLocale>

#include "core/annotation/object_names.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/object_words.h"
#include "ui/session/thumbnail_reader.h"
#include "ui/theme/text.h"
#include "ui/timeline/timeline_bar.h"

namespace blastoscope::ui {

namespace {

constexpr int kPendingMs = 150; ///< a frame that takes longer is marked as being read

} // namespace

StackView::StackView(TimelineBar& timeline, QWidget* parent) : QWidget(parent), m_timeline(&timeline)
{
    m_canvas = new CanvasView(this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_canvas, 1);
    m_pendingTimer.setSingleShot(true);
    m_pendingTimer.setInterval(kPendingMs);
    connect(&m_pendingTimer, &QTimer::timeout, this, [this] { m_canvas->setPending(true); });
    connect(m_timeline, &TimelineBar::frameRequested, this, [this](int frame) {
        if (m_stack)
            m_stack->setTime(frame);
    });
    connect(m_timeline, &TimelineBar::planeRequested, this, [this](int plane) {
        if (m_stack)
            m_stack->setPlane(plane);
    });
    connect(m_canvas, &CanvasView::planeStepRequested, m_timeline, &TimelineBar::stepPlane);
}

StackView::~StackView() = default;

void StackView::setSideStrip(QWidget* strip)
{
    static_cast<QHBoxLayout*>(layout())->insertWidget(0, strip);
}

void StackView::setSideStripVisible(bool visible)
{
    for (int i = 0; i < layout()->count(); ++i)
        if (QWidget* widget = layout()->itemAt(i)->widget(); widget != m_canvas)
            widget->setVisible(visible);
}

void StackView::setStack(OpenStack* stack)
{
    m_shownTime = -1;
    if (m_stack) {
        m_stack->disconnect(this);
        m_stack->lineage().disconnect(this);
    }
    m_stack = stack;
    m_presenter.reset();
    m_thumbnails.reset();
    m_broken.clear();
    m_canvas->setOverlay(nullptr);
    if (!stack) {
        m_timeline->clear();
        m_canvas->setImage(QImage());
        return;
    }
    m_presenter = std::make_unique<FramePresenter>(stack->images());
    connect(m_presenter.get(), &FramePresenter::presented, this, &StackView::show);
    m_thumbnails = std::make_unique<ThumbnailReader>(stack->images(), stack->info().defaultPlane);
    connectStack();
    setUpTimeline();
    present();
}

void StackView::forget(int stackId)
{
    m_contrasts.erase(stackId);
}

void StackView::connectStack()
{
    connect(m_stack, &OpenStack::indexChanged, this, &StackView::present);
    connect(&m_stack->lineage(), &StackLineage::changed, this, &StackView::present); // other colours
    connect(m_stack, &OpenStack::imagesChanged, this, [this] { setStack(m_stack); });
    connect(m_stack, &OpenStack::propertiesChanged, this, [this] {
        setUpTimeline();
        present();
    });
    connect(m_stack, &OpenStack::annotationsChanged, this, [this](const annotation::ChangeEvent& event) {
        if (event.kind == annotation::ChangeKind::Reset)
            setUpTimeline();
        else if (event.frame >= 0)
            showMark(event.frame);
        if (event.frame == m_stack->index().time || event.kind == annotation::ChangeKind::Reset)
            present();
    });
}

void StackView::setUpTimeline()
{
    const imaging::StackInfo& info = m_stack->info();
    std::vector<std::optional<double>> hours;
    std::vector<FrameMark> marks;
    for (int time = 0; time < info.times; ++time) {
        hours.push_back(m_stack->hoursAt(time));
        marks.push_back(markAt(time));
    }
    QStringList planes;
    for (int plane = 0; info.planes > 1 && plane < info.planes; ++plane) {
        const bool named = std::size_t(plane) < info.planeNames.size();
        planes.append(named ? QString::fromStdString(info.planeNames[std::size_t(plane)]) : QString::number(plane + 1));
    }
    m_timeline->setStack(info.times, std::move(hours), planes, m_stack->index().plane);
    m_timeline->setMarks(std::move(marks));
    m_timeline->setCurrentFrame(m_stack->index().time);
    m_timeline->setThumbnailProvider([this](int frame, std::function<void(int, QImage)> deliver) {
        if (m_thumbnails)
            m_thumbnails->request(frame, std::move(deliver));
    });
    m_canvas->setUmPerPixel(m_stack->properties().umPerPixel);
}

std::optional<imaging::Contrast> StackView::contrast() const
{
    const auto it = m_stack ? m_contrasts.find(m_stack->id()) : m_contrasts.end();
    return it == m_contrasts.end() ? std::nullopt : std::optional(it->second);
}

void StackView::setContrast(const imaging::Contrast& contrast)
{
    if (!m_stack || this->contrast() == contrast)
        return;
    m_contrasts[m_stack->id()] = contrast;
    emit contrastChanged(contrast);
    present();
}

void StackView::fitContrast()
{
    fit(ContrastFit::Percentiles);
}

void StackView::showFullRange()
{
    fit(ContrastFit::FullRange);
}

void StackView::fit(ContrastFit how)
{
    if (!m_stack)
        return;
    m_contrasts.erase(m_stack->id());
    m_fit = how;
    present();
}

void StackView::present()
{
    if (!m_stack)
        return;
    m_presenter->present({m_stack->index(), contrast(), m_fit, m_stack->document().frame(m_stack->index().time),
                          m_stack->lineage().tracks()});
    if (!m_pendingTimer.isActive())
        m_pendingTimer.start();
}

void StackView::show(const PresentedFrame& frame)
{
    if (!m_stack)
        return;
    if (frame.index == m_stack->index()) {
        m_pendingTimer.stop();
        m_canvas->setPending(false);
    }
    if (frame.picture) {
        m_canvas->setImage(*frame.picture);
        if (frame.index == m_stack->index())
            m_stack->noteSeen(frame.index.time);
        m_fit = ContrastFit::First;
        if (m_contrasts.try_emplace(m_stack->id(), frame.contrast).second)
            emit contrastChanged(frame.contrast);
    } else {
        m_broken.insert(frame.index.time);
        m_canvas->setPlaceholder(tr("This frame cannot be shown"),
                                 breakable(QString::fromStdString(frame.picture.error().message)));
        showMark(frame.index.time);
    }
    m_shownTime = frame.index.time;
    m_canvas->setOverlay(frame.overlay);
    m_canvas->setCaption(caption(frame.index));
    m_timeline->setCurrentFrame(frame.index.time);
    m_timeline->setCurrentPlane(frame.index.plane);
    emit frameShown(frame.index);
}

FrameMark StackView::markAt(int time) const
{
    FrameMark mark = markOf(m_stack->document().frame(time));
    if (mark.cells)
        if (const std::string own = annotation::sharedNameAt(m_stack->document(), time); !own.empty())
            mark.countText = countOfObjects(own, *mark.cells);
    return mark;
}

void StackView::showMark(int time)
{
    FrameMark mark = markAt(time);
    mark.broken = m_broken.contains(time);
    m_timeline->setMark(time, mark);
}

QString StackView::caption(const imaging::FrameIndex& index) const
{
    const QString position = tr("%1 / %2").arg(index.time + 1).arg(m_stack->info().times);
    const auto hours = m_stack->hoursAt(index.time);
    return hours ? tr("%1 h  ·  %2").arg(QLocale().toString(*hours, 'f', 1), position) : position;
}

} // namespace blastoscope::ui
