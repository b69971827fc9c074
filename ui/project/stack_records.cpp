// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/stack_records.h"

namespace blastoscope::ui {

namespace {

project::CalibrationSource toProject(imaging::CalibrationSource source)
{
    switch (source) {
    case imaging::CalibrationSource::File: return project::CalibrationSource::File;
    case imaging::CalibrationSource::User: return project::CalibrationSource::User;
    case imaging::CalibrationSource::Preset: return project::CalibrationSource::Preset;
    case imaging::CalibrationSource::Unknown: break;
    }
    return project::CalibrationSource::Unknown;
}

imaging::CalibrationSource fromProject(project::CalibrationSource source)
{
    switch (source) {
    case project::CalibrationSource::File: return imaging::CalibrationSource::File;
    case project::CalibrationSource::User: return imaging::CalibrationSource::User;
    case project::CalibrationSource::Preset: return imaging::CalibrationSource::Preset;
    case project::CalibrationSource::Unknown: break;
    }
    return imaging::CalibrationSource::Unknown;
}

project::Insemination toProject(Insemination method)
{
    switch (method) {
    case Insemination::Ivf: return project::Insemination::Ivf;
    case Insemination::Icsi: return project::Insemination::Icsi;
    case Insemination::Unknown: break;
    }
    return project::Insemination::Unknown;
}

Insemination fromProject(project::Insemination method)
{
    switch (method) {
    case project::Insemination::Ivf: return Insemination::Ivf;
    case project::Insemination::Icsi: return Insemination::Icsi;
    case project::Insemination::Unknown: break;
    }
    return Insemination::Unknown;
}

} // namespace

project::StackRecord projectRecordOf(const OpenStack& stack)
{
    project::StackRecord record;
    record.uid = stack.embryoId();
    record.path = stack.path().toStdString();
    record.frames = stack.document().frameCount();
    record.width = stack.document().width();
    record.height = stack.document().height();
    setProperties(record, stack.properties());
    return record;
}

StackProperties propertiesOf(const project::StackRecord& record, const StackProperties& ofImages)
{
    StackProperties properties = ofImages;
    if (record.umPerPixel || record.calibrationSource != project::CalibrationSource::Unknown) {
        properties.umPerPixel = record.umPerPixel;
        properties.calibrationSource = fromProject(record.calibrationSource);
    }
    properties.t0Hours = record.t0Hours;
    properties.insemination = fromProject(record.insemination);
    return properties;
}

void setProperties(project::StackRecord& record, const StackProperties& properties)
{
    record.umPerPixel = properties.umPerPixel;
    record.calibrationSource = toProject(properties.calibrationSource);
    record.t0Hours = properties.t0Hours;
    record.insemination = toProject(properties.insemination);
}

bool fits(const project::StackRecord& record, const imaging::StackInfo& images)
{
    return images.times == record.frames && images.width == record.width && images.height == record.height;
}

std::shared_ptr<const imaging::ImageStack> missingImagesOf(const project::StackRecord& record, const QString& reason)
{
    imaging::StackInfo info;
    info.path = record.path;
    info.times = record.frames;
    info.width = record.width;
    info.height = record.height;
    return std::make_shared<MissingImages>(std::move(info), reason);
}

} // namespace blastoscope::ui
