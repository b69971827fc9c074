// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QByteArray>
#include <QKeySequence>
#include <QList>
#include <QMap>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariantMap>

#include "core/imaging/calibration.h"
#include "ui/theme/theme.h"

namespace blastoscope::ui {

enum class Language { System, English, German, Chinese };

/// What the program remembers between starts, with a type per entry. GUI thread only.
class AppSettings {
public:
    static constexpr int kMaxRecent = 12;

    /// The application's own settings (organisation and application name must be set before).
    AppSettings() = default;
    /// Settings in a file of their own.
    explicit AppSettings(const QString& file) : m_settings(file, QSettings::IniFormat) {}

    ThemeMode themeMode() const;
    void setThemeMode(ThemeMode mode);
    Language language() const;
    void setLanguage(Language language);

    QByteArray windowGeometry() const;
    QByteArray windowState() const;
    void setWindow(const QByteArray& geometry, const QByteArray& state);

    /// Absolute paths, the latest first.
    QStringList recentStacks() const;
    void addRecentStack(const QString& path);
    void removeRecentStack(const QString& path);
    void clearRecentStacks();
    QString lastFolder() const;
    void setLastFolder(const QString& folder);

    imaging::PixelSizePresets pixelSizePresets() const;
    void setPixelSizePresets(const imaging::PixelSizePresets& presets);

    /// The weight file that was chosen last; empty = the shipped model.
    QString modelPath() const;
    void setModelPath(const QString& path);
    /// "auto", "cpu" or "cuda".
    QString device() const;
    void setDevice(const QString& device);

    /// Noted in the audit trail of projects beside the account; may be empty.
    QString personName() const;
    void setPersonName(const QString& name);
    /// Whether the person was asked for it.
    bool isPersonAsked() const;
    void setPersonAsked();

    /// Only those that differ from the program's own.
    QMap<QString, QList<QKeySequence>> shortcuts() const;
    void setShortcuts(const QMap<QString, QList<QKeySequence>>& shortcuts);

    /// What a person entered about a stack: a few values under names. Paths are kept as hashes only.
    QVariantMap stackValues(const QString& path) const;
    void setStackValues(const QString& path, const QVariantMap& values);

private:
    QSettings m_settings;
};

} // namespace blastoscope::ui
