// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

namespace blastoscope {

/// A text of the window as a translation file holds it.
struct CatalogueMessage {
    QString context;
    QString source;
    QStringList translations; ///< one, or one per plural form
    bool finished = true;
};

/// The texts of translations/`name`, a .ts file of the source tree; empty when it cannot be read.
inline QList<CatalogueMessage> readCatalogue(const QString& name)
{
    const QString root = QString::fromLocal8Bit(qgetenv("BLASTOSCOPE_SOURCE_DIR"));
    QFile file(root + QStringLiteral("/translations/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<CatalogueMessage> messages;
    QString context;
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append({context, {}, {}, true});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            messages.last().translations.append(xml.readElementText());
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations.append(text);
        }
    }
    return messages;
}

} // namespace blastoscope
