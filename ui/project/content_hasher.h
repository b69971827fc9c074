// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <utility>

#include <QObject>
#include <QString>

#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// Finds the SHA-256 of the images of stacks, one after the other, yielding to everything else.
class ContentHasher : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void add(int stack, const QString& path);
    /// Gives up everything that waits or runs.
    void clear();

signals:
    void hashed(int stack, const std::string& sha256);

private:
    void startNext();

    std::deque<std::pair<int, QString>> m_waiting;
    std::unique_ptr<Job<std::string>> m_job;
};

} // namespace blastoscope::ui
