// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Changes one thing at a time in the rules of the law and looks whether a test case notices."_s);
    parser.addHelpOption();
    const QCommandLineOption list(u"list"_s, u"Only list the mutants."_s);
    const QCommandLineOption only(u"only"_s, u"Only mutants whose place holds this text, such as \"s10/spoken\"."_s,
                                  u"place"_s);
    const QCommandLineOption json(u"json"_s, u"Print one JSON value instead of text."_s);
    const QCommandLineOption killers(u"killers"_s, u"Say of every mutant which case caught it."_s);
    parser.addOptions({list, only, json, killers});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        qCritical().noquote() << u"no argument is expected, only options"_s;
        return 2;
    }
    using namespace clearway::mutation;
    const Wanted wanted{parser.value(only), parser.isSet(json), parser.isSet(killers)};
    return parser.isSet(list) ? listMutants(wanted) : checkMutants(wanted);
}
