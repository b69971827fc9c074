// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/picture_scaler.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include <QRect>
#include <QRectF>

namespace blastoscope::ui {
namespace {

constexpr double kPlainPixelZoom = 8;

/// Where one output pixel takes its value from: between source pixels `first` and `second`.
struct Tap {
    int first = 0;
    int second = 0;
    std::uint32_t weight = 0; ///< of `second`, in 1/256
};

/// Taps of the output pixels [begin, begin + count) along one axis; output = source * scale + offset.
std::vector<Tap> makeTaps(int begin, int count, double scale, double offset, int sourceSize, bool plain)
{
    std::vector<Tap> taps(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        const double position = (begin + i + 0.5 - offset) / scale;
        const double center = plain ? std::floor(position) : position - 0.5;
        const double base = std::floor(center);
        Tap& tap = taps[std::size_t(i)];
        tap.first = std::clamp(int(base), 0, sourceSize - 1);
        tap.second = std::clamp(int(base) + 1, 0, sourceSize - 1);
        tap.weight = std::uint32_t(std::lround((center - base) * 256));
    }
    return taps;
}

/// One source row stretched to the output's width, in 1/256.
template<int Channels>
void stretchRow(const uchar* source, const std::vector<Tap>& taps, std::vector<std::uint16_t>& out)
{
    std::uint16_t* to = out.data();
    for (const Tap& tap : taps) {
        const uchar* a = source + tap.first * Channels;
        const uchar* b = source + tap.second * Channels;
        for (int c = 0; c < Channels; ++c)
            *to++ = std::uint16_t(a[c] * (256 - tap.weight) + b[c] * tap.weight);
    }
}

void blendRows(const std::vector<std::uint16_t>& upper, const std::vector<std::uint16_t>& lower, std::uint32_t weight,
               QRgb* out, int width, std::integral_constant<int, 1>)
{
    const std::uint16_t* a = upper.data();
    const std::uint16_t* b = lower.data();
    for (int x = 0; x < width; ++x) {
        const std::uint32_t gray = (a[x] * (256 - weight) + b[x] * weight + 0x8000) >> 16;
        out[x] = 0xff000000u | gray * 0x010101u;
    }
}

void blendRows(const std::vector<std::uint16_t>& upper, const std::vector<std::uint16_t>& lower, std::uint32_t weight,
               QRgb* out, int width, std::integral_constant<int, 4>)
{
    const std::uint16_t* a = upper.data();
    const std::uint16_t* b = lower.data();
    uchar* to = reinterpret_cast<uchar*>(out);
    for (int i = 0; i < 4 * width; ++i)
        to[i] = uchar((a[i] * (256 - weight) + b[i] * weight + 0x8000) >> 16);
}

template<int Channels>
void stretch(const QImage& source, const std::vector<Tap>& columns, const std::vector<Tap>& rows, QImage& out)
{
    const std::size_t samples = columns.size() * Channels;
    std::array<std::vector<std::uint16_t>, 2> lines = {std::vector<std::uint16_t>(samples),
                                                       std::vector<std::uint16_t>(samples)};
    std::array<int, 2> lineOf = {-1, -1};
    const auto line = [&](int row, int avoid) -> int {
        for (int k = 0; k < 2; ++k)
            if (lineOf[std::size_t(k)] == row)
                return k;
        const int k = avoid == 0 ? 1 : 0;
        stretchRow<Channels>(source.constScanLine(row), columns, lines[std::size_t(k)]);
        lineOf[std::size_t(k)] = row;
        return k;
    };
    for (int y = 0; y < int(rows.size()); ++y) {
        const Tap& tap = rows[std::size_t(y)];
        const bool lowerIsThere = lineOf[0] == tap.second || lineOf[1] == tap.second;
        const int known = lowerIsThere ? line(tap.second, -1) : -1;
        const int upper = line(tap.first, known);
        const int lower = line(tap.second, upper);
        blendRows(lines[std::size_t(upper)], lines[std::size_t(lower)], tap.weight,
                  reinterpret_cast<QRgb*>(out.scanLine(y)), out.width(), std::integral_constant<int, Channels>());
    }
}

/// Half the size (rounded up), each pixel the mean of four.
template<int Channels>
QImage halved(const QImage& source)
{
    const int width = (source.width() + 1) / 2, height = (source.height() + 1) / 2;
    QImage out(width, height, source.format());
    for (int y = 0; y < height; ++y) {
        const uchar* a = source.constScanLine(2 * y);
        const uchar* b = source.constScanLine(std::min(2 * y + 1, source.height() - 1));
        uchar* to = out.scanLine(y);
        for (int x = 0; x < width; ++x) {
            const int first = 2 * x * Channels;
            const int second = std::min(2 * x + 1, source.width() - 1) * Channels;
            for (int c = 0; c < Channels; ++c)
                *to++ = uchar((a[first + c] + a[second + c] + b[first + c] + b[second + c] + 2) / 4);
        }
    }
    return out;
}

bool isGray(const QImage& image)
{
    return image.format() == QImage::Format_Grayscale8;
}

} // namespace

void PictureScaler::setPicture(const QImage& picture)
{
    m_pyramid.clear();
    m_valid = false;
    if (picture.isNull())
        return;
    const bool gray = isGray(picture) || picture.format() == QImage::Format_Grayscale16;
    m_pyramid.push_back(picture.convertToFormat(gray ? QImage::Format_Grayscale8 : QImage::Format_RGB32));
}

const QImage& PictureScaler::level(int index)
{
    while (int(m_pyramid.size()) <= index)
        m_pyramid.push_back(isGray(m_pyramid.back()) ? halved<1>(m_pyramid.back()) : halved<4>(m_pyramid.back()));
    return m_pyramid[std::size_t(index)];
}

const ScaledPicture& PictureScaler::scaled(const QTransform& matrix, const QSize& screen)
{
    if (m_valid && matrix == m_matrix && screen == m_screen)
        return m_result;
    m_matrix = matrix;
    m_screen = screen;
    m_valid = true;
    m_result = {};
    if (isNull())
        return m_result;
    const QRect target = matrix.mapRect(QRectF(QPointF(), QSizeF(size()))).toRect() & QRect(QPoint(), screen);
    if (target.isEmpty())
        return m_result;

    double zoom = matrix.m11();
    const bool plain = zoom >= kPlainPixelZoom;
    int depth = 0;
    while (zoom <= 0.5 && std::min(size().width(), size().height()) >> (depth + 1) > 0) {
        zoom *= 2;
        ++depth;
    }
    const QImage& source = level(depth);
    const std::vector<Tap> columns = makeTaps(target.x(), target.width(), zoom, matrix.dx(), source.width(), plain);
    const std::vector<Tap> rows = makeTaps(target.y(), target.height(), zoom, matrix.dy(), source.height(), plain);
    m_result.topLeft = target.topLeft();
    m_result.image = QImage(target.size(), QImage::Format_RGB32);
    if (isGray(source))
        stretch<1>(source, columns, rows, m_result.image);
    else
        stretch<4>(source, columns, rows, m_result.image);
    return m_result;
}

} // namespace blastoscope::ui
