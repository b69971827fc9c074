// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/image_locator.h"

namespace blastoscope::ui {

ImageLocator::ImageLocator(Workspace& workspace, StackLinks& links, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_links(links)
{
}

void ImageLocator::locate(const QString& folder, const QString& projectFile)
{
    if (m_job)
        return;
    std::vector<Wish> wishes;
    for (const auto& stack : m_workspace.stacks())
        if (const auto record = m_links.recordOf(*stack); record && stack->isMissing())
            wishes.push_back({stack->id(), *record});
    const int wished = int(wishes.size());
    m_job = std::make_unique<Job<Results>>(
        tr("Looking for images"),
        [wishes = std::move(wishes), folder, projectFile](const base::CancellationToken& cancel,
                                                          const base::ProgressCallback& progress) {
            return search(wishes, folder, projectFile, cancel, progress);
        });
    auto results = std::make_shared<Results>();
    m_job->onSuccess([results](Results found) { *results = std::move(found); });
    connect(m_job.get(), &JobBase::progressed, this,
            [this](const base::Progress& progress) { emit progressed(int(progress.done), int(progress.total)); });
    connect(m_job.get(), &JobBase::finished, this, [this, results, wished] {
        m_job.release()->deleteLater();
        take(*results, wished);
    });
    m_job->start();
}

void ImageLocator::cancel()
{
    if (m_job)
        m_job->cancel();
}

base::Result<ImageLocator::Results> ImageLocator::search(const std::vector<Wish>& wishes, const QString& folder,
                                                         const QString& projectFile,
                                                         const base::CancellationToken& cancel,
                                                         const base::ProgressCallback& progress)
{
    Results results;
    const auto total = std::int64_t(wishes.size());
    for (const Wish& wish : wishes) {
        if (cancel.isCancelled())
            break; // what was found until now is found
        progress({std::int64_t(&wish - wishes.data()), total, wish.record.path.filename().string()});
        if (auto found = findImagesIn(folder, wish.record, projectFile, cancel))
            results.push_back({wish.stack, std::move(*found)});
    }
    return results;
}

void ImageLocator::take(const Results& results, int wished)
{
    int found = 0;
    for (const Located& result : results) {
        OpenStack* stack = m_workspace.find(result.stack);
        if (!stack || !stack->isMissing())
            continue;
        ++found;
        m_links.relocate(*stack, result.found.images, result.found.place->fingerprint);
        emit located(stack, result.found.place->changed);
    }
    emit finished(found, wished - found);
}

} // namespace blastoscope::ui
