// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>
#include <QString>

namespace blastoscope::ui {

/// Paints a one-colour SVG in the application palette's text colour of the moment, so that one file serves every theme.
class TintedIconEngine : public QIconEngine {
public:
    explicit TintedIconEngine(QString file);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;
    QString key() const override { return QStringLiteral("blastoscope-tinted"); }
    bool isNull() override { return m_file.isEmpty(); }

private:
    QString m_file;
};

} // namespace blastoscope::ui
