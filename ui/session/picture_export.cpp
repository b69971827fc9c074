// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/picture_export.h"

#include <cstring>

#include <QCoreApplication>
#include <QDir>
#include <QPainter>

#include "core/imaging/burned_in_text.h"

namespace blastoscope::ui {

namespace {

base::Image toGrayImage(const QImage& picture)
{
    const QImage gray = picture.convertToFormat(QImage::Format_Grayscale8);
    base::Image image(gray.width(), gray.height(), 1, base::PixelType::U8);
    for (int y = 0; y < image.height; ++y)
        std::memcpy(image.row<uchar>(y), gray.constScanLine(y), image.rowBytes());
    return image;
}

} // namespace

QImage withoutBurnedInText(QImage rendered, const QImage& picture, double scale)
{
    QPainter painter(&rendered);
    for (const base::Box& box : imaging::findBurnedInText(toGrayImage(picture)))
        painter.fillRect(QRectF(box.x1 * scale, box.y1 * scale, box.width() * scale, box.height() * scale), Qt::black);
    painter.end();
    return rendered;
}

base::Status writePicture(const QImage& picture, const QString& file)
{
    if (picture.save(file))
        return {};
    return base::fail(base::ErrorCode::Io,
                      QCoreApplication::translate("blastoscope::ui::FileCommands",
                                                  "The picture could not be written to %1. Choose another folder.")
                          .arg(QDir::toNativeSeparators(file))
                          .toStdString());
}

} // namespace blastoscope::ui
