// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/burned_in_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace blastoscope::imaging {
namespace {

constexpr int kNearlyWhite = 235;
constexpr int kEdge = 80;           ///< grey levels between a stroke and its surroundings
constexpr int kReach = 4;           ///< px in which the edge has to lie, more in pictures of more than 400 rows
constexpr int kLeastHeight = 5;     ///< of a glyph, px
constexpr double kWidest = 8;       ///< a glyph, or some that touch, over its height
constexpr double kBoldest = .45;    ///< a stroke over the height of the glyph
constexpr double kUneven = 2.5;     ///< depth of a stroke where it is deepest over that of all pixels
constexpr double kFlat = 20;        ///< grey levels below the brightest pixel that are still its colour
constexpr double kFlatShare = .2;   ///< least share of such pixels
constexpr double kPlateau = 2;      ///< finer strokes have no pixels of their full colour; px
constexpr double kClearShare = .6;  ///< of the glyphs of a row
constexpr double kIntoGlyph = .4;   ///< how far one may reach below the next over the height of the taller one: italics
constexpr double kNextGlyph = 2;    ///< gap to the next glyph over the height of the taller one
constexpr double kSameLine = .2;    ///< how far tops or bottoms may be apart, likewise
constexpr double kLikeHeight = 1.8; ///< the taller over the lower of neighbours: capitals and small letters
constexpr double kLikeStroke = 1.6; ///< the bolder over the finer
constexpr std::size_t kFewGlyphs = 3; ///< that make a row
constexpr double kRest = 3;   ///< gap to what else belongs to a row, over its height: dots, what blurred together
constexpr double kMargin = 6; ///< px around the strokes

struct Glyph {
    cv::Rect box;
    double stroke = 0;    ///< its width where it is widest, px
    bool isClear = false; ///< even and flat, as blurred or broken glyphs are not
};

/// Grey levels without a copy where there is one channel; the green one of three.
cv::Mat greyOf(const base::Image& image)
{
    const auto* bytes = reinterpret_cast<const uchar*>(image.bytes.data());
    cv::Mat all(image.height, image.width, CV_8UC(image.channels), const_cast<uchar*>(bytes), image.rowBytes());
    if (image.channels == 1)
        return all;
    cv::Mat grey;
    cv::extractChannel(all, grey, image.channels == 3 ? 1 : 0);
    return grey;
}

/// `depth`: how far it is to the rim, px, for all pixels of the box; `own`: those that belong to it.
std::optional<Glyph> glyphOf(const cv::Rect& box, const cv::Mat& grey, const cv::Mat& depth, const cv::Mat& own)
{
    double deepest = 0, brightest = 0;
    cv::minMaxLoc(depth, nullptr, &deepest, nullptr, nullptr, own);
    cv::minMaxLoc(grey, nullptr, &brightest, nullptr, nullptr, own);
    const double stroke = 2 * deepest - .5; // depth 1 is that of strokes of one and of two pixels
    if (box.height < kLeastHeight || box.width > kWidest * box.height || stroke > kBoldest * box.height ||
        brightest < kNearlyWhite)
        return std::nullopt;
    const int flat = cv::countNonZero((grey >= brightest - kFlat) & own);
    const bool isFlat = stroke < kPlateau || flat >= kFlatShare * cv::countNonZero(own);
    const bool isClear = isFlat && deepest <= kUneven * cv::mean(depth, own)[0];
    return Glyph{box, stroke, isClear};
}

/// Pixels brighter than half way from the surroundings to white.
struct Strokes {
    cv::Mat mask;
    std::vector<Glyph> glyphs;
};

/// `cut`: the row of the band beyond which the picture goes on; what reaches it may be a part of anything.
Strokes strokesIn(const cv::Mat& band, int cut, int reach)
{
    cv::Mat surroundings;
    cv::erode(band, surroundings, cv::Mat::ones(2 * reach + 1, 2 * reach + 1, CV_8U));
    Strokes found;
    found.mask = (band - surroundings >= kEdge) & (band >= surroundings / 2 + 128);
    cv::Mat depths, labels, stats, centers;
    cv::distanceTransform(found.mask, depths, cv::DIST_L2, 3);
    const int count = cv::connectedComponentsWithStats(found.mask, labels, stats, centers, 8);
    for (int i = 1; i < count; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                           stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (box.y == cut || box.br().y == cut + 1)
            continue;
        const cv::Mat own = labels(box) == i;
        if (const auto glyph = glyphOf(box, band(box), depths(box), own))
            found.glyphs.push_back(*glyph);
    }
    return found;
}

double ratio(double a, double b)
{
    return std::max(a, b) / std::min(a, b);
}

/// Whether both may stand in one row.
bool areAlike(const Glyph& a, const Glyph& b)
{
    const double height = std::max(a.box.height, b.box.height);
    const int off = std::min(std::abs(a.box.y - b.box.y), std::abs(a.box.br().y - b.box.br().y));
    return off <= std::max(1.0, kSameLine * height) && ratio(a.box.height, b.box.height) <= kLikeHeight &&
           ratio(a.stroke, b.stroke) <= kLikeStroke;
}

bool areNeighbours(const Glyph& a, const Glyph& b)
{
    const double height = std::max(a.box.height, b.box.height);
    const int gap = std::max(a.box.x, b.box.x) - std::min(a.box.br().x, b.box.br().x);
    return gap >= -kIntoGlyph * height && gap <= kNextGlyph * height;
}

/// All that are like the glyph `first` and stand in a row with it, as places in `glyphs`, which are sorted from left to
/// right.
std::vector<std::size_t> rowAround(std::size_t first, const std::vector<Glyph>& glyphs)
{
    std::vector<std::size_t> row = {first};
    for (const int step : {1, -1}) {
        std::size_t last = first;
        for (std::size_t i = first + std::size_t(step); i < glyphs.size(); i += std::size_t(step)) // below 0 it wraps
            if (areAlike(glyphs[first], glyphs[i]) && areNeighbours(glyphs[last], glyphs[i])) {
                row.push_back(i);
                last = i;
            }
    }
    return row;
}

/// Boxes of glyphs that are rows of text.
std::vector<cv::Rect> rowsOf(std::vector<Glyph> glyphs)
{
    std::sort(glyphs.begin(), glyphs.end(), [](const Glyph& a, const Glyph& b) { return a.box.x < b.box.x; });
    std::vector<bool> isRead(glyphs.size());
    std::vector<cv::Rect> rows;
    for (std::size_t first = 0; first < glyphs.size(); ++first) {
        if (isRead[first])
            continue;
        const std::vector<std::size_t> row = rowAround(first, glyphs);
        const auto clear = std::count_if(row.begin(), row.end(), [&](std::size_t i) { return glyphs[i].isClear; });
        if (row.size() < kFewGlyphs || double(clear) < kClearShare * double(row.size()))
            continue;
        cv::Rect box = glyphs[first].box;
        for (const std::size_t i : row) {
            box |= glyphs[i].box;
            isRead[i] = true;
        }
        rows.push_back(box);
    }
    return rows;
}

/// With the strokes beside the row.
cv::Rect completed(cv::Rect row, const cv::Mat& strokes)
{
    const int reach = int(std::lround(kRest * row.height));
    for (;;) {
        const cv::Rect around =
            cv::Rect(row.x - reach, row.y, row.width + 2 * reach, row.height) & cv::Rect(cv::Point(), strokes.size());
        const cv::Rect beside = cv::boundingRect(strokes(around)) + around.tl();
        if ((row | beside) == row)
            return row;
        row |= beside;
    }
}

/// Rows that lie over each other are one.
void addRow(cv::Rect row, std::vector<cv::Rect>& rows)
{
    for (auto other = rows.begin(); other != rows.end();) {
        if (2 * (row & *other).height <= std::min(row.height, other->height)) {
            ++other;
            continue;
        }
        row |= *other;
        rows.erase(other);
        other = rows.begin();
    }
    rows.push_back(row);
}

void searchBand(const cv::Mat& band, int firstRow, int reach, const base::Box& picture, std::vector<base::Box>& boxes)
{
    const Strokes strokes = strokesIn(band, firstRow == 0 ? band.rows - 1 : 0, reach);
    std::vector<cv::Rect> rows;
    for (const cv::Rect& glyphs : rowsOf(strokes.glyphs))
        addRow(completed(glyphs, strokes.mask), rows);
    for (const cv::Rect& row : rows) {
        const base::Box box{row.x - kMargin, row.y + firstRow - kMargin, row.br().x + kMargin,
                            row.br().y + firstRow + kMargin};
        boxes.push_back(base::intersected(box, picture));
    }
}

} // namespace

std::vector<base::Box> findBurnedInText(const base::Image& display)
{
    std::vector<base::Box> boxes;
    const int height = display.height / 4;
    if (display.isNull() || display.type != base::PixelType::U8 || height < kLeastHeight)
        return boxes;
    const cv::Mat grey = greyOf(display);
    const base::Box picture{0, 0, double(display.width), double(display.height)};
    const int reach = std::max(kReach, display.height / 100);
    for (const int firstRow : {0, display.height - height}) {
        const cv::Mat band = grey.rowRange(firstRow, firstRow + height);
        searchBand(band, firstRow, reach, picture, boxes);
        searchBand(255 - band, firstRow, reach, picture, boxes);
    }
    return boxes;
}

} // namespace blastoscope::imaging
