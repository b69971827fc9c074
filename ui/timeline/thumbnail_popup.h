// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QImage>

class QLabel;

namespace blastoscope::ui {

/// A small picture with two lines of text that follows the cursor above the timeline.
class ThumbnailPopup : public QFrame {
    Q_OBJECT
public:
    explicit ThumbnailPopup(QWidget* parent);

    /// A null picture is one that is still being read: its place stays empty, so that nothing jumps when it comes.
    void showAt(const QPoint& globalBottomCenter, const QImage& picture, const QString& title, const QString& text);

private:
    QLabel* m_picture;
    QLabel* m_title;
    QLabel* m_text;
    QSize m_pictureSize; ///< of the last one, logical pixels
};

} // namespace blastoscope::ui
