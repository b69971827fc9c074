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

/// As in napari: paint, erase, new label and visibility of a labels layer; select, front and back of a shapes layer.
/// What has these keys here moves to Shift or, as digits with Shift differ between keyboards, to Alt.
QMap<QString, QList<QKeySequence>> napariKeys()
{
    return {
        {QStringLiteral("tool.select"), {Qt::Key_S}},
        {QStringLiteral("tool.brush"), {Qt::Key_P, Qt::Key_2}},
        {QStringLiteral("tool.eraser"), {Qt::Key_E, Qt::Key_1}},
        {QStringLiteral("tool.polygon"), {Qt::SHIFT | Qt::Key_P}},
        {QStringLiteral("tool.move"), {Qt::SHIFT | Qt::Key_M}},
        {QStringLiteral("edit.newObject"), {Qt::Key_M}},
        {QStringLiteral("edit.makeBlastomere"), {Qt::ALT | Qt::Key_1}},
        {QStringLiteral("edit.makeFragment"), {Qt::ALT | Qt::Key_2}},
        {QStringLiteral("edit.makePolarBody"), {Qt::ALT | Qt::Key_3}},
        {QStringLiteral("edit.nearer"), {Qt::Key_F, Qt::Key_PageUp}},
        {QStringLiteral("edit.farther"), {Qt::Key_B, Qt::Key_PageDown}},
        {QStringLiteral("edit.swapDepth"), {Qt::SHIFT | Qt::Key_D}},
        {QStringLiteral("view.masks"), {Qt::Key_V, Qt::Key_X}},
        {QStringLiteral("view.fit"), {Qt::CTRL | Qt::Key_R}},
        {QStringLiteral("view.play"), {Qt::CTRL | Qt::ALT | Qt::Key_P}},
    };
}

} // namespace

const std::vector<KeyPreset>& keyPresets()
{
    static const std::vector<KeyPreset> presets = {{QStringLiteral("Blastoscope"), {}},
                                                   {QStringLiteral("Cellpose"), cellposeKeys()},
                                                   {QStringLiteral("napari"), napariKeys()}};
    return presets;
}

} // namespace blastoscope::ui
