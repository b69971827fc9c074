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
    // An older catalogue would answer for what English does not translate.
    for (QTranslator* old : application.findChildren<QTranslator*>(QString(), Qt::FindDirectChildrenOnly)) {
        application.removeTranslator(old);
        delete old;
    }
    QLocale::setDefault(locale);
    const auto separator = QStringLiteral("_");
    const auto folder = QStringLiteral(":/blastoscope/translations");
    const auto loadOwn = [&](const QLocale& wanted) {
        auto* own = new QTranslator(&application);
        if (own->load(wanted, QStringLiteral("blastoscope"), separator, folder))
            return application.installTranslator(own);
        delete own;
        return false;
    };
    if (!loadOwn(locale)) {
        loadOwn(QLocale(QLocale::English)); // its catalogue holds the plural forms
        return false;
    }
    // Qt's own words (OK, Cancel, context menus); a separate package of the desktop, so it may be missing.
    auto* qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), separator, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
    else
        delete qt;
    return true;
}

} // namespace blastoscope::translations
