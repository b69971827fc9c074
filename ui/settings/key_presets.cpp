// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/key_presets.h"

namespace blastoscope::ui {
namespace {

/// As in the user interface of Cellpose: W and S go through the focal planes, , and . change the brush, Ctrl+0 empties
/// the frame. Its Ctrl+click that deletes and its right click that draws are left out: here they select and are free.
QMap<QString, QList<QKeySequence>> cellposeKeys()
{
    return {
        {QStringLiteral("file.openFiles"), {Qt::CTRL | Qt::Key_L, Qt::CTRL | Qt::Key_O}},
        {QStringLiteral("edit.redo"), {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}},
        {QStringLiteral("edit.clearFrame"), {Qt::CTRL | Qt::Key_0}},
        {QStringLiteral("edit.swapDepth"), {Qt::SHIFT | Qt::Key_D}},
        {QStringLiteral("view.fit"), {Qt::CTRL | Qt::Key_R}},
        {QStringLiteral("view.planeUp"), {Qt::Key_W, Qt::Key_Up}},
        {QStringLiteral("view.planeDown"), {Qt::Key_S, Qt::Key_Down}},
        {QStringLiteral("view.previousFrame"), {Qt::Key_A, Qt::Key_Left}},
        {QStringLiteral("view.nextFrame"), {Qt::Key_D, Qt::Key_Right}},
        {QStringLiteral("tool.smallerBrush"), {Qt::Key_Comma, Qt::Key_BracketLeft}},
        {QStringLiteral("tool.largerBrush"), {Qt::Key_Period, Qt::Key_BracketRight}},
    };
}

} // namespace

const std::vector<KeyPreset>& keyPresets()
{
    static const std::vector<KeyPreset> presets = {{QStringLiteral("Blastoscope"), {}},
                                                   {QStringLiteral("Cellpose"), cellposeKeys()}};
    return presets;
}

} // namespace blastoscope::ui
