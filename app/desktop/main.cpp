// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/documents/reader_process.h"
#include "model/official/officialstore.h"
#include "ui/look.h"
#include "ui/mainwindow.h"

#include "answerscript.h"
#include "showcase.h"
#include "starting.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTextStream>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace clearway;

// Before the application exists: the scale of everything is read once.
static void takeScale(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc; ++i)
        if (QLatin1StringView(argv[i]) == "--scale"_L1)
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

int main(int argc, char **argv)
{
    takeScale(argc, argv);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"clearway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CLEARWAY_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Clearway"_s);
    QGuiApplication::setDesktopFileName(u"clearway"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Clearway", "Self-assessment of Australian export controls for researchers."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("Clearway", "A record to open, PDF or JSON."),
                                 u"[file]"_s);
    const QCommandLineOption catalogueOption(
        u"catalogue"_s, QCoreApplication::translate("Clearway", "The catalogue of rules."), u"path"_s);
    const QCommandLineOption registerOption(
        u"register"_s, QCoreApplication::translate("Clearway", "The register of cases."), u"path"_s);
    const QCommandLineOption themeOption(
        u"theme"_s, QCoreApplication::translate("Clearway", "light or dark; otherwise as the desktop says."),
        u"theme"_s);
    const QCommandLineOption sizeOption(
        u"size"_s, QCoreApplication::translate("Clearway", "Size of the window: 1200x800."), u"size"_s);
    const QCommandLineOption scaleOption(
        u"scale"_s, QCoreApplication::translate("Clearway", "Scale of everything: 1 to 3."), u"factor"_s);
    const QCommandLineOption screenshotOption(
        u"screenshot"_s,
        QCoreApplication::translate("Clearway",
                                    "Draw the window into a picture, with a register of its own, and leave."),
        u"picture"_s);
    const QCommandLineOption pageOption(
        u"page"_s,
        QCoreApplication::translate("Clearway", "Page of the picture: start, interview, list, result, cases, rules, "
                                                "entries."),
        u"page"_s, u"start"_s);
    const QCommandLineOption entryOption(
        u"entry"_s, QCoreApplication::translate("Clearway", "Position of the list that is shown first."), u"code"_s);
    QCommandLineOption scriptOption(u"answer-script"_s, {}, u"file"_s);
    scriptOption.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({catalogueOption, registerOption, themeOption, sizeOption, scaleOption, screenshotOption,
                       pageOption, entryOption, scriptOption});
    parser.process(application);

    const auto usage = [](const QString &message) {
        QTextStream(stderr) << "clearway: " << message << '\n';
        return 2;
    };
    ui::Theme theme = ui::Theme::System;
    if (parser.isSet(themeOption)) {
        const QString wanted = parser.value(themeOption);
        if (wanted != "light"_L1 && wanted != "dark"_L1)
            return usage(QCoreApplication::translate("Clearway", "--theme is light or dark"));
        theme = wanted == "dark"_L1 ? ui::Theme::Dark : ui::Theme::Light;
    }
    ui::applyTheme(application, theme);
    QApplication::setWindowIcon(ui::icon(u"assess"_s, application.palette().color(QPalette::Highlight)));
    QSize size;
    if (parser.isSet(sizeOption)) {
        static const QRegularExpression form(u"^(\\d{3,4})x(\\d{3,4})$"_s);
        const auto match = form.match(parser.value(sizeOption));
        if (!match.hasMatch())
            return usage(QCoreApplication::translate("Clearway", "--size is width x height, such as 1200x800"));
        size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    if (parser.positionalArguments().size() > 1)
        return usage(QCoreApplication::translate("Clearway", "one file at a time"));

    const QString picture = parser.value(screenshotOption);
    const auto showObstacle = [&](const app::Obstacle &obstacle) {
        QTextStream(stderr) << "clearway: " << obstacle.title << ". " << obstacle.what << '\n';
        ui::MainWindow window(obstacle.title, obstacle.what, obstacle.whatToDo);
        if (size.isValid())
            window.resize(size);
        window.show();
        if (!picture.isEmpty())
            app::pictureAndLeave(window, picture, false);
        return QApplication::exec();
    };

    const QString folder = QCoreApplication::applicationDirPath();
    const auto catalogue = app::openCatalogue(app::cataloguePath(parser.value(catalogueOption), folder));
    if (!catalogue)
        return showObstacle(catalogue.error());

    const cases::SystemClock clock;
    QTemporaryDir pictureFolder;
    QString registerPath = parser.value(registerOption);
    if (registerPath.isEmpty())
        registerPath =
            picture.isEmpty()
                ? QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(u"register.sqlite"_s)
                : pictureFolder.filePath(u"register.sqlite"_s);
    const auto cases = app::openCases(registerPath, clock);
    if (!cases)
        return showObstacle(cases.error());
    if (!cases->notice.isEmpty())
        QTextStream(stderr) << "clearway: " << cases->notice << '\n';

    ui::Prompts prompts;
    ui::Surroundings surroundings;
    surroundings.catalogue = &*catalogue;
    surroundings.cases = cases->cases.get();
    surroundings.clock = &clock;
    surroundings.prompts = &prompts;
    surroundings.readerPath = documents::readerPathBeside(folder);
    surroundings.madeBy = u"Clearway "_s + QCoreApplication::applicationVersion();
    surroundings.officialDatabase = official::databaseBeside(registerPath);
    surroundings.settingsFile =
        picture.isEmpty()
            ? QDir(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)).filePath(u"clearway.ini"_s)
            : pictureFolder.filePath(u"clearway.ini"_s);
    surroundings.notice = cases->notice;
    ui::MainWindow window(surroundings);
    if (picture.isEmpty())
        window.restorePlace();
    if (size.isValid())
        window.resize(size);
    window.show();

    int status = 0;
    if (parser.isSet(scriptOption)) {
        status = app::runAnswerScript(window, parser.value(scriptOption));
    } else {
        const QString page = parser.value(pageOption);
        if (!parser.positionalArguments().isEmpty())
            window.openFile(parser.positionalArguments().constFirst());
        else if (!picture.isEmpty() && !app::showExample(window, *cases->cases, catalogue->rules(), page))
            return usage(QCoreApplication::translate("Clearway", "there is no page \"%1\" to draw").arg(page));
        if (parser.isSet(entryOption))
            window.showList(parser.value(entryOption));
        if (!picture.isEmpty())
            app::pictureAndLeave(window, picture, page == "result"_L1 || !parser.positionalArguments().isEmpty());
        status = QApplication::exec();
    }
    // Workers use the catalogue: they end before it does.
    QThreadPool::globalInstance()->waitForDone();
    return status;
}
