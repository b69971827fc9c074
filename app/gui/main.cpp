// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <QApplication>
#include <QElapsedTimer>
#include <QIcon>
#include <QLocale>

#include "app/common/log_file.h"
#include "app/common/program.h"
#include "app/gui/command_line.h"
#include "app/gui/services.h"
#include "translations/language.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/log_panel.h"
#include "ui/shell/main_window.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

namespace {

using namespace blastoscope;

QLocale localeOf(ui::Language language)
{
    switch (language) {
    case ui::Language::English: return QLocale(QLocale::English);
    case ui::Language::German: return QLocale(QLocale::German);
    case ui::Language::Chinese: return QLocale(QLocale::Chinese, QLocale::China);
    case ui::Language::System: break;
    }
    return QLocale::system();
}

void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Blastoscope"));
    QCoreApplication::setApplicationName(QStringLiteral("Blastoscope"));
    QCoreApplication::setApplicationVersion(QString::fromStdString(common::version()));
    QGuiApplication::setDesktopFileName(QStringLiteral("blastoscope"));
}

/// Log lines reach the panel through `relay`, from any thread.
void startLogging(ui::LogRelay& relay)
{
    common::startLogging("blastoscope", true,
                         [&relay](base::LogLevel level, std::string_view component, std::string_view message) {
                             relay.post(level, QString::fromUtf8(component.data(), qsizetype(component.size())),
                                        QString::fromUtf8(message.data(), qsizetype(message.size())));
                         });
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer clock;
    clock.start();
    const gui::ParsedCommandLine parsed = gui::parseCommandLine(argc, argv);
    if (parsed.exitCode)
        return *parsed.exitCode;

    nameApplication();
    QApplication application(argc, argv);
    ui::LogRelay relay;
    startLogging(relay);
    ui::AppSettings settings;
    const QLocale locale = localeOf(settings.language());
    translations::install(application, locale);
    QApplication::setFont(ui::withFallbacks(QApplication::font(), locale));
    ui::Theme theme(application);
    theme.setMode(settings.themeMode());

    int exitCode = 0;
    {
        ui::MainWindow window(gui::services(), settings, theme, &relay);
        QObject::connect(&window, &ui::MainWindow::painted, &window, [&] {
            base::logInfo("gui", "window painted after " + std::to_string(clock.elapsed()) + " ms");
            if (parsed.commandLine.timeStart) {
                std::cout << clock.elapsed() << std::endl;
                window.close();
                return;
            }
            if (!parsed.commandLine.model.isEmpty())
                window.useModel(parsed.commandLine.model);
            if (parsed.commandLine.sample)
                window.openSample();
            window.open(parsed.commandLine.paths);
        });
        window.show();
        exitCode = QApplication::exec();
    }
    base::setLogSink({}); // the relay goes away
    return exitCode;
}
