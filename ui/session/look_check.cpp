// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/look_check.h"

#include <utility>

namespace blastoscope::ui {

namespace {

constexpr int kStandstillMs = 150; ///< a held arrow key or a film judges nothing

} // namespace

LookCheck::LookCheck(Workspace& workspace, JudgeReader reader, QObject* parent)
    : QObject(parent), m_reader(std::move(reader))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kStandstillMs);
    connect(&m_delay, &QTimer::timeout, this, &LookCheck::start);
    connect(&workspace, &Workspace::currentChanged, this, &LookCheck::follow);
    follow(workspace.current());
}

void LookCheck::setModel(const QString& file)
{
    if (file == m_model)
        return;
    m_model = file;
    forget();
    wish();
}

void LookCheck::follow(OpenStack* stack)
{
    if (m_stack)
        m_stack->disconnect(this);
    m_stack = stack;
    forget();
    if (stack) {
        connect(stack, &OpenStack::indexChanged, this, &LookCheck::wish);
        connect(stack, &OpenStack::imagesChanged, this, &LookCheck::wish);
    }
    wish();
}

void LookCheck::forget()
{
    take({});
}

void LookCheck::wish()
{
    ++m_latest;
    m_waiting = false;
    if (m_job)
        m_job->cancel(); // what it finds is not wanted any more
    if (m_reader && !m_model.isEmpty() && m_stack && !m_stack->isMissing()) {
        m_delay.start();
    } else {
        m_delay.stop();
        forget();
    }
}

void LookCheck::start()
{
    if (m_job) {
        m_waiting = true;
        return;
    }
    if (!m_stack)
        return;
    m_job = std::make_unique<Job<Differences>>(
        tr("Comparing the frame with the training pictures"),
        [read = m_reader, file = std::filesystem::path(m_model.toStdString()), images = m_stack->images(),
         index = m_stack->index()](const base::CancellationToken& cancel, const auto&) -> base::Result<Differences> {
            const auto judge = read(file);
            if (!judge)
                return tl::unexpected(judge.error());
            if (!*judge)
                return Differences();
            if (cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            const auto image = images->read(index);
            if (!image)
                return tl::unexpected(image.error());
            Differences differences = (*judge)(*image);
            if (cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            return differences;
        });
    m_job->onSuccess([this, number = m_latest](Differences differences) {
        if (number == m_latest)
            take(std::move(differences));
    });
    // The model's file and the frame have their own places where it is said that they cannot be read.
    connect(m_job.get(), &JobBase::failed, this, [this, number = m_latest] {
        if (number == m_latest)
            forget();
    });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        if (std::exchange(m_waiting, false))
            start();
    });
    m_job->start(QThread::LowPriority);
}

void LookCheck::take(Differences differences)
{
    if (differences.empty() && m_differences.empty())
        return;
    m_differences = std::move(differences);
    emit changed();
}

} // namespace blastoscope::ui
