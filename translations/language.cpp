// SPDX-License-Identifier: Apache-2.0
#include "translations/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// The macro must stand outside every namespace.
static void initTranslationResources()
{
    Q_INIT_RESOURCE(translations);
}

namespace blastoscope::translations {

bool install(QCoreApplication& application, const QLocale& locale)
{
    initTranslationResources();
    QLocale::setDefault(locale);
    if (locale.language() == QLocale::English)
        return true;
    auto* own = new QTranslator(&application);
    const auto separator = QStringLiteral("_");
    if (!own->load(locale, QStringLiteral("blastoscope"), separator, QStringLiteral(":/blastoscope/translations"))) {
        delete own;
        return false;
    }
    application.installTranslator(own);
    // Qt's own words (OK, Cancel, context menus); a separate package of the desktop, so it may be missing.
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), separator, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
    else
        delete qt;
    return true;
}

} // namespace blastoscope::translations
