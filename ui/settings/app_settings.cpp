// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_settings.h"

#include <QCryptographicHash>
#include <QDir>

#include "core/base/log.h"

namespace blastoscope::ui {

namespace {

constexpr auto kTheme = "appearance/theme";
constexpr auto kLanguage = "appearance/language";
constexpr auto kGeometry = "window/geometry";
constexpr auto kState = "window/state";
constexpr auto kRecent = "files/recent";
constexpr auto kLastFolder = "files/lastFolder";
constexpr auto kPresets = "calibration/presets";
constexpr auto kModel = "segmentation/model";
constexpr auto kDevice = "segmentation/device";
constexpr auto kShortcuts = "shortcuts";
constexpr auto kPersonName = "person/name";
constexpr auto kPersonAsked = "person/asked";

/// Names in the file rather than numbers, so that it can be read and survives a new order of the enumeration.
template<typename Enum, std::size_t N>
Enum enumOf(const QString& name, const std::pair<Enum, const char*> (&names)[N], Enum fallback)
{
    for (const auto& [value, text] : names) {
        if (name == QLatin1String(text))
            return value;
    }
    return fallback;
}

template<typename Enum, std::size_t N>
QString nameOf(Enum value, const std::pair<Enum, const char*> (&names)[N])
{
    for (const auto& [candidate, text] : names) {
        if (candidate == value)
            return QString::fromLatin1(text);
    }
    return {};
}

QString stackKey(const QString& path)
{
    const QByteArray hash = QCryptographicHash::hash(QDir(path).absolutePath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("stacks/") + QString::fromLatin1(hash.toHex().left(32));
}

constexpr std::pair<ThemeMode, const char*> kThemeNames[] = {
    {ThemeMode::System, "system"}, {ThemeMode::Light, "light"}, {ThemeMode::Dark, "dark"}};
constexpr std::pair<Language, const char*> kLanguageNames[] = {
    {Language::System, "system"}, {Language::English, "en"}, {Language::German, "de"}, {Language::Chinese, "zh_CN"}};

} // namespace

ThemeMode AppSettings::themeMode() const
{
    return enumOf(m_settings.value(kTheme).toString(), kThemeNames, ThemeMode::System);
}

void AppSettings::setThemeMode(ThemeMode mode)
{
    m_settings.setValue(kTheme, nameOf(mode, kThemeNames));
}

Language AppSettings::language() const
{
    return enumOf(m_settings.value(kLanguage).toString(), kLanguageNames, Language::System);
}

void AppSettings::setLanguage(Language language)
{
    m_settings.setValue(kLanguage, nameOf(language, kLanguageNames));
}

QByteArray AppSettings::windowGeometry() const
{
    return m_settings.value(kGeometry).toByteArray();
}

QByteArray AppSettings::windowState() const
{
    return m_settings.value(kState).toByteArray();
}

void AppSettings::setWindow(const QByteArray& geometry, const QByteArray& state)
{
    m_settings.setValue(kGeometry, geometry);
    m_settings.setValue(kState, state);
}

QStringList AppSettings::recentStacks() const
{
    return m_settings.value(kRecent).toStringList();
}

void AppSettings::addRecentStack(const QString& path)
{
    const QString absolute = QDir(path).absolutePath();
    QStringList recent = recentStacks();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    m_settings.setValue(kRecent, recent.mid(0, kMaxRecent));
}

void AppSettings::removeRecentStack(const QString& path)
{
    QStringList recent = recentStacks();
    recent.removeAll(QDir(path).absolutePath());
    m_settings.setValue(kRecent, recent);
}

void AppSettings::clearRecentStacks()
{
    m_settings.remove(kRecent);
}

QString AppSettings::lastFolder() const
{
    return m_settings.value(kLastFolder, QDir::homePath()).toString();
}

void AppSettings::setLastFolder(const QString& folder)
{
    m_settings.setValue(kLastFolder, folder);
}

imaging::PixelSizePresets AppSettings::pixelSizePresets() const
{
    const QString text = m_settings.value(kPresets).toString();
    if (text.isEmpty())
        return {};
    auto presets = imaging::PixelSizePresets::fromJson(text.toStdString());
    if (!presets)
        base::logWarning("ui", "the calibration presets in the settings cannot be read: " + presets.error().message);
    return presets.value_or(imaging::PixelSizePresets());
}

void AppSettings::setPixelSizePresets(const imaging::PixelSizePresets& presets)
{
    m_settings.setValue(kPresets, QString::fromStdString(presets.toJson()));
}

QString AppSettings::modelPath() const
{
    return m_settings.value(kModel).toString();
}

void AppSettings::setModelPath(const QString& path)
{
    m_settings.setValue(kModel, path);
}

QString AppSettings::device() const
{
    return m_settings.value(kDevice, QStringLiteral("auto")).toString();
}

void AppSettings::setDevice(const QString& device)
{
    m_settings.setValue(kDevice, device);
}

QString AppSettings::personName() const
{
    return m_settings.value(kPersonName).toString();
}

void AppSettings::setPersonName(const QString& name)
{
    m_settings.setValue(kPersonName, name);
}

bool AppSettings::isPersonAsked() const
{
    return m_settings.value(kPersonAsked, false).toBool();
}

void AppSettings::setPersonAsked()
{
    m_settings.setValue(kPersonAsked, true);
}

QMap<QString, QList<QKeySequence>> AppSettings::shortcuts() const
{
    QMap<QString, QList<QKeySequence>> shortcuts;
    const QVariantMap map = m_settings.value(kShortcuts).toMap();
    for (auto it = map.cbegin(); it != map.cend(); ++it)
        shortcuts.insert(it.key(), QKeySequence::listFromString(it.value().toString(), QKeySequence::PortableText));
    return shortcuts;
}

void AppSettings::setShortcuts(const QMap<QString, QList<QKeySequence>>& shortcuts)
{
    QVariantMap map;
    for (auto it = shortcuts.cbegin(); it != shortcuts.cend(); ++it)
        map.insert(it.key(), QKeySequence::listToString(it.value(), QKeySequence::PortableText));
    m_settings.setValue(kShortcuts, map);
}

QVariantMap AppSettings::stackValues(const QString& path) const
{
    return m_settings.value(stackKey(path)).toMap();
}

void AppSettings::setStackValues(const QString& path, const QVariantMap& values)
{
    m_settings.setValue(stackKey(path), values);
}

} // namespace blastoscope::ui
