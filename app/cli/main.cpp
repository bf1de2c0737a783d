// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/command.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QHash>

#include <memory>

using namespace Qt::StringLiterals;
using namespace clearway;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString usage()
{
    return Text::tr(
        "Checks for oneself whether an activity is likely to need an Australian export-control permit. "
        "No legal advice.\n\n"
        "  clearway-cli entries [--part 1|2] [--category N] [--json]\n"
        "  clearway-cli entry CODE [--json]\n"
        "  clearway-cli search WORDS [--limit N] [--json]\n"
        "  clearway-cli suggest (--text TEXT | --jsonl FILE) [--limit N] [--features] [--json]\n"
        "  clearway-cli terms [--category ID] [--json]\n"
        "  clearway-cli term WORD [--json]\n"
        "  clearway-cli facts [--law ID] [--json]\n"
        "  clearway-cli starts [ID] [--on YYYY-MM-DD] [--json]\n"
        "  clearway-cli assess ANSWERS.json [--on YYYY-MM-DD | --law ID] [--compare] [--json]\n"
        "                      [--pdf FILE] [--html FILE] [--markdown FILE] [--summary]\n"
        "                      [--about FILE] [--application FILE] [--supply-log FILE]\n"
        "                      [--overlay FILE | --no-overlay]\n"
        "  clearway-cli check CODE ITEM.json [--whole] [--json]\n"
        "  clearway-cli catalogue verify [--overlay FILE | --no-overlay] [--json]\n"
        "  clearway-cli catalogue prolog [--law ID]\n"
        "  clearway-cli catalogue build SOURCES OUT.sqlite\n"
        "  clearway-cli catalogue import-official FILE [--compare FILE] [--database PATH] [--json]\n"
        "  clearway-cli catalogue official CODE|CITATION [--law ID] [--database PATH] [--json]\n"
        "  clearway-cli catalogue numbers [--database PATH] [--allowances FILE] [--json]\n"
        "  clearway-cli catalogue overlay list [--history] [--json]\n"
        "  clearway-cli catalogue overlay mark STATE RULE --by WHO --compilation TEXT [--on DATE] [--note TEXT]\n"
        "                      [--otherwise] [--json]\n"
        "  clearway-cli catalogue overlay countries GROUP [CODE…] --by WHO --compilation TEXT [--on DATE]\n"
        "                      [--note TEXT] [--json]\n"
        "  clearway-cli catalogue overlay withdraw STATE RULE | group GROUP --by WHO [--note TEXT] [--json]\n"
        "  clearway-cli catalogue overlay export FILE\n"
        "  clearway-cli catalogue overlay import FILE [--json]\n"
        "  clearway-cli about [--json]\n\n"
        "starts lists common undertakings; starts ID --json prints answers to go on from.\n"
        "--compare puts the answers to every state of the Act as written; --summary leaves names and technical\n"
        "detail out of the record. --application drafts what is to be applied for (.pdf, .html, .md or .json);\n"
        "--about takes who makes it, for what, and the permits that are held, as under \"about\" in the JSON;\n"
        "--supply-log writes a line for each supply, to be completed, as CSV.\n"
        "What an office has read beside the text (the overlay) stands in its register; --register PATH names another.\n"
        "Every FILE may be \"-\". --catalogue FILE takes another catalogue. Exit status: 0 done, 2 usage,\n"
        "3 bad input, 4 storage; what was found is in the output.");
}

QString defaultCatalogue()
{
    const QString named = qEnvironmentVariable("CLEARWAY_CATALOGUE");
    return named.isEmpty() ? QCoreApplication::applicationDirPath() + u"/../share/clearway/catalogue.sqlite"_s : named;
}

/// A PDF needs fonts and so a platform; nothing here opens a window.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument.startsWith("--pdf") || argument.startsWith("--application")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            return std::make_unique<QGuiApplication>(argc, argv);
        }
    }
    return std::make_unique<QCoreApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    cli::holdStandardStreams();
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"clearway-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CLEARWAY_VERSION));

    cli::Command command{QCoreApplication::arguments().mid(1), defaultCatalogue()};
    // --catalogue is every command's.
    for (qsizetype i = 0; i < command.arguments.size(); ++i) {
        const QString &argument = command.arguments[i];
        if (argument == "--"_L1)
            break;
        if (argument != "--catalogue"_L1 && !argument.startsWith("--catalogue="_L1))
            continue;
        const bool joined = argument.contains(u'=');
        const QString path = joined ? argument.section(u'=', 1) : command.arguments.value(i + 1);
        if (path.isEmpty()) {
            cli::complain(Text::tr("--catalogue needs a value; expected the path of a compiled catalogue"));
            return cli::Usage;
        }
        command.cataloguePath = path;
        command.arguments.remove(i, joined ? 1 : 2);
        break;
    }
    if (command.arguments.isEmpty()) {
        cli::complain(usage());
        return cli::Usage;
    }
    const QString name = command.arguments.takeFirst();
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        cli::say(usage());
        return cli::endOutput(cli::Done);
    }
    if (name == "--version"_L1) {
        cli::say(QCoreApplication::applicationVersion());
        return cli::endOutput(cli::Done);
    }
    using Run = int (*)(const cli::Command &);
    static const QHash<QString, Run> commands{
        {u"entries"_s, cli::entries}, {u"entry"_s, cli::entry},         {u"search"_s, cli::search},
        {u"facts"_s, cli::facts},     {u"assess"_s, cli::assess},       {u"check"_s, cli::check},
        {u"about"_s, cli::about},     {u"catalogue"_s, cli::catalogue}, {u"term"_s, cli::term},
        {u"terms"_s, cli::terms},     {u"starts"_s, cli::starts},       {u"suggest"_s, cli::suggest},
    };
    const Run run = commands.value(name);
    if (!run) {
        cli::complain(Text::tr("unknown command \"%1\"; \"clearway-cli --help\" lists them").arg(name));
        return cli::Usage;
    }
    return cli::endOutput(run(command));
}
