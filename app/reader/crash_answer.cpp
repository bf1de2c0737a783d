// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/crash_answer.h"

#include <unistd.h>

#include <array>
#include <csignal>

using namespace Qt::StringLiterals;

namespace clearway::reader {

namespace {

#ifdef __SANITIZE_ADDRESS__
// The sanitizer reports crashes itself, and better.
constexpr std::array crashSignals{SIGXCPU};
#else
constexpr std::array crashSignals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGXCPU};
#endif

// A signal handler may touch little else than what was made ready before.
struct Ready {
    QByteArray crashed;
    QByteArray outOfTime;
    std::array<char, 64 * 1024> stack{}; // the crash may be an overflow of the regular one
};

Ready &ready()
{
    static Ready it;
    return it;
}

const QByteArray *crashedAnswer = nullptr;
const QByteArray *outOfTimeAnswer = nullptr;

extern "C" void onCrash(int signal)
{
    const QByteArray *answer = signal == SIGXCPU ? outOfTimeAnswer : crashedAnswer;
    const ssize_t written = ::write(STDOUT_FILENO, answer->constData(), static_cast<size_t>(answer->size()));
    ::_exit(written == answer->size() ? 3 : 1);
}

} // namespace

void answerCrashes(const documents::protocol::Protections &protections)
{
    using documents::protocol::headerLine;
    using documents::protocol::Refused;
    Ready &it = ready();
    it.crashed = headerLine(Refused{protections, {u"stopped"_s, u"the parser crashed or ran out of memory"_s}});
    it.outOfTime = headerLine(Refused{protections, {u"stopped"_s, u"the parser used up its processor time"_s}});
    crashedAnswer = &it.crashed;
    outOfTimeAnswer = &it.outOfTime;

    stack_t stack{};
    stack.ss_sp = it.stack.data();
    stack.ss_size = it.stack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action{};
    action.sa_handler = onCrash;
    action.sa_flags = SA_ONSTACK | static_cast<int>(SA_RESETHAND);
    for (const int signal : crashSignals)
        ::sigaction(signal, &action, nullptr);
}

void letCrashesBe()
{
    for (const int signal : crashSignals)
        std::signal(signal, SIG_DFL);
}

} // namespace clearway::reader
