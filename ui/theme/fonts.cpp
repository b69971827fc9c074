// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QLocale>
#include <QStringList>

#include "core/base/log.h"

namespace blastoscope::ui {

namespace {

/// Those that desktops bring, the usual one of Linux first.
const char* const kSimplifiedChinese[] = {"Noto Sans CJK SC",    "Source Han Sans SC", "Noto Sans SC",
                                          "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",  "Droid Sans Fallback",
                                          "Microsoft YaHei",     "PingFang SC"};

} // namespace

QFont withFallbacks(const QFont& font, const QLocale& locale)
{
    if (locale.language() != QLocale::Chinese)
        return font;
    const QStringList installed = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    QStringList families = font.families().isEmpty() ? QStringList{font.family()} : font.families();
    const qsizetype own = families.size();
    for (const char* name : kSimplifiedChinese)
        if (installed.contains(QString::fromLatin1(name)))
            families << QString::fromLatin1(name);
    if (families.size() == own && !installed.isEmpty())
        families << installed.first();
    if (installed.isEmpty())
        base::logWarning("ui", "no installed font has Chinese characters; install one, e.g. fonts-noto-cjk");
    QFont extended(font);
    extended.setFamilies(families);
    return extended;
}

} // namespace blastoscope::ui
