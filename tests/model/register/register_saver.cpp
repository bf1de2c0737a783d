// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Saves answers into the register named by its argument until it is killed. Every line on standard output was
// acknowledged by the register before it was written: the case's id first, then the number of each answer.
#include "model/register/register.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace clearway::cases;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2)
        return 2;
    const SystemClock clock;
    const auto opened = openRegister(arguments[1], clock, {.who = u"saver"_s});
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().toText() + opened.error().detail));
        return 4;
    }
    Register &cases = **opened;
    const auto created = cases.createCase({u"Until it is killed"_s, {}, {}, {}, {}, {}, {}});
    if (!created)
        return 4;
    std::printf("%s\n", qPrintable(created->summary.id.value));
    std::fflush(stdout);
    for (int number = 0;; ++number) {
        const SavedAnswer answer{{u"fact%1"_s.arg(number), {}, -1}, QString::number(number), {}, {}, {}, false};
        if (const auto saved = cases.saveAnswer(created->summary.id, answer); !saved) {
            std::fprintf(stderr, "%s\n", qPrintable(saved.error().toText() + saved.error().detail));
            return 4;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}
