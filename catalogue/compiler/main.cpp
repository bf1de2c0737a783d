// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/compile.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

// Exit status: 0 written, 2 usage, 3 wrong sources, 4 the file cannot be written.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream err(stderr);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3 || arguments[1].startsWith(u'-')) {
        err << "usage: clearway-catalogue-compiler SOURCES_DIR OUT.sqlite\n";
        return 2;
    }
    const auto say = [&](const QList<clearway::language::SourceError> &errors) {
        for (const auto &error : errors)
            err << error.toText() << '\n';
        err << (errors.size() == 1 ? u"1 error"_s : u"%1 errors"_s.arg(errors.size())) << '\n';
    };
    const auto sources = clearway::compiler::readSources(arguments[1]);
    if (!sources) {
        say(sources.error());
        return 3;
    }
    const auto rules = clearway::compiler::compile(*sources);
    if (!rules) {
        say(rules.error());
        return 3;
    }
    if (const auto written = clearway::compiler::write(*rules, *sources, arguments[2]); !written) {
        err << written.error().detail << '\n';
        return 4;
    }
    return 0;
}
