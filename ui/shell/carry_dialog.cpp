// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/carry_dialog.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/session/open_stack.h"
#include "ui/shell/dialog_texts.h"
#include "ui/shell/frame_field.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

using annotation::CarriedOutlines;
using annotation::FrameAnnotation;
using annotation::Instance;

constexpr std::size_t kNamedFrames = 8;
constexpr annotation::InstanceId kNoEnd = 0;

int replacedIn(const CarriedOutlines& plan)
{
    std::size_t count = 0;
    for (const annotation::CarriedFrame& frame : plan.frames)
        for (const annotation::CarriedOutline& outline : frame.outlines)
            count += outline.replaced.size();
    return int(count);
}

QString textOf(const CarriedOutlines& plan)
{
    QStringList lines;
    lines << (plan.frames.empty() ? CarryDialog::tr("No frame changes.")
                                  : CarryDialog::tr("%n frame(s) change.", nullptr, int(plan.frames.size())));
    if (const int replaced = replacedIn(plan))
        lines << CarryDialog::tr("%n outline(s) of a model are replaced.", nullptr, replaced);
    if (!plan.interpolatedWith.empty() && !plan.frames.empty()) {
        QStringList frames;
        for (std::size_t i = 0; i < std::min(plan.interpolatedWith.size(), kNamedFrames); ++i)
            frames << QLocale().toString(plan.interpolatedWith[i] + 1);
        if (plan.interpolatedWith.size() > kNamedFrames)
            frames << QStringLiteral("…");
        lines << CarryDialog::tr("In between, outlines are interpolated with those of frame %1.")
                     .arg(frames.join(QStringLiteral(", ")));
    }
    if (plan.ownFrames > 0)
        lines << CarryDialog::tr("%n frame(s) stay as they are, because a person drew, edited, imported or locked the "
                                 "object there.",
                                 nullptr, plan.ownFrames);
    if (plan.reviewedFrames > 0)
        lines << CarryDialog::tr("%n frame(s) stay as they are, because they are accepted.", nullptr,
                                 plan.reviewedFrames);
    return lines.join(u'\n');
}

} // namespace

CarryDialog::CarryDialog(OpenStack& stack, std::vector<annotation::InstanceId> ids, QWidget* parent)
    : QDialog(parent), m_stack(stack), m_ids(std::move(ids)), m_from(stack.index().time)
{
    setWindowTitle(tr("Carry to frames"));
    setProperty("helpPage", QStringLiteral("correct"));
    createFields();
    connect(m_to, &FrameField::frameChanged, this, [this] {
        offerEnds();
        plan();
    });
    connect(m_end, &QComboBox::activated, this, &CarryDialog::plan);
    connect(&stack, &OpenStack::annotationsChanged, this, [this](const annotation::ChangeEvent& event) {
        if (event.kind == annotation::ChangeKind::HistoryChanged)
            return;
        const int chosen = m_end->currentData().toInt();
        offerEnds();
        if (const int row = m_end->findData(chosen); row >= 0)
            m_end->setCurrentIndex(row);
        plan();
    });
    offerEnds();
    plan();
}

CarryDialog::~CarryDialog() = default;

void CarryDialog::createFields()
{
    const int unit = gridUnit(this);
    const int count = m_stack.document().frameCount();
    const DialogTexts texts = addTexts(*this, tr("The outline of %n selected object(s) of frame %1 is copied into all "
                                                 "frames up to the one that you choose. Between two outlines that a "
                                                 "person made, it is interpolated.",
                                                 nullptr, int(m_ids.size()))
                                                  .arg(QLocale().toString(m_from + 1)));
    m_summary = texts.summary;
    m_to = new FrameField(count, this);
    const int neighbour = m_from + 1 < count ? m_from + 1 : m_from - 1;
    m_to->setFrame(annotation::nextFrameWithEnd(m_stack.document(), m_from, m_ids.front()).value_or(neighbour));
    m_end = new QComboBox(this);
    m_form = new QFormLayout;
    m_form->addRow(tr("Up to &frame:"), m_to);
    m_form->addRow(tr("&Interpolate with:"), m_end);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_carry = buttons->addButton(tr("&Carry"), QDialogButtonBox::AcceptRole);
    m_carry->setObjectName(QStringLiteral("carry"));
    m_carry->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &CarryDialog::carry);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    layout->setSpacing(unit * 2);
    layout->addWidget(texts.intro);
    layout->addLayout(m_form);
    layout->addWidget(m_summary, 1);
    layout->addWidget(buttons);
}

void CarryDialog::offerEnds()
{
    const int to = m_to->frame();
    const FrameAnnotation& last = m_stack.document().frame(to);
    const Instance* object = m_stack.document().frame(m_from).find(m_ids.front());
    const auto likely = object && to != m_from ? annotation::likelyEnd(*object, last) : std::nullopt;
    const bool isOfTrack = likely && object->trackId && last.find(*likely)->trackId == object->trackId;
    m_end->clear();
    m_end->addItem(tr("nothing"), kNoEnd);
    for (std::size_t i = 0; i < last.instances.size() && to != m_from; ++i) {
        const Instance& end = last.instances[i];
        if (!annotation::canBeEnd(last, end))
            continue;
        m_end->addItem(end.trackId ? tr("object %1, track %2").arg(i + 1).arg(*end.trackId)
                                   : tr("object %1").arg(i + 1),
                       end.id);
    }
    m_end->setCurrentIndex(m_end->findData(likely.value_or(kNoEnd)));
    // One object, and its track does not say what it becomes.
    m_form->setRowVisible(m_end, m_ids.size() == 1 && !isOfTrack && m_end->count() > 1);
}

annotation::CarryRequest CarryDialog::request() const
{
    annotation::CarryRequest request{m_from, m_to->frame(), {}};
    const FrameAnnotation& first = m_stack.document().frame(request.from);
    const FrameAnnotation& last = m_stack.document().frame(request.to);
    for (const annotation::InstanceId id : m_ids) {
        const Instance* object = first.find(id);
        request.objects.push_back({id, object ? annotation::likelyEnd(*object, last) : std::nullopt});
    }
    if (m_ids.size() == 1) {
        const int chosen = m_end->currentData().toInt();
        request.objects[0].end = chosen == kNoEnd ? std::nullopt : std::optional(chosen);
    }
    return request;
}

void CarryDialog::plan()
{
    m_plan.reset();
    m_carry->setEnabled(false);
    if (m_job) {
        m_stale = true;
        m_job->cancel();
        return;
    }
    m_stale = false;
    const annotation::CarryRequest request = this->request();
    if (request.from == request.to) {
        m_summary->setText(tr("This is the frame of the selection. Choose an earlier or a later one."));
        return;
    }
    std::vector<FrameAnnotation> range;
    const int step = request.to > request.from ? 1 : -1;
    for (int frame = request.from; frame != request.to + step; frame += step)
        range.push_back(m_stack.document().frame(frame));
    m_job = std::make_unique<Job<CarriedOutlines>>(
        windowTitle(), [range = std::move(range), request](const base::CancellationToken& cancel, const auto&) {
            return annotation::carryOutlines(range, request, cancel);
        });
    m_job->onSuccess([this](CarriedOutlines plan) {
        if (!m_stale)
            showPlan(std::move(plan));
    });
    connect(m_job.get(), &JobBase::failed, this, [this](const base::Error& error) {
        if (!m_stale)
            m_summary->setText(QString::fromStdString(error.message));
    });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        if (m_stale)
            plan();
    });
    m_job->start();
}

void CarryDialog::showPlan(CarriedOutlines plan)
{
    m_summary->setText(textOf(plan));
    m_carry->setEnabled(!plan.frames.empty());
    m_plan = std::move(plan);
}

void CarryDialog::carry()
{
    if (!m_plan)
        return;
    m_stack.disconnect(this); // the changes are our own
    if (const auto carried = annotation::applyCarried(m_stack.document(), *m_plan); !carried)
        emit failed(carried.error());
    accept();
}

} // namespace blastoscope::ui
