// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/sandbox.h"

#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <expected>
#include <memory>

using namespace Qt::StringLiterals;

namespace clearway::reader {

namespace {

using Result = std::expected<QString, QString>; // what is in force, or why it is not

QString words(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

bool limit(__rlimit_resource resource, rlim_t soft, rlim_t hard)
{
    const rlimit both{soft, hard};
    return ::setrlimit(resource, &both) == 0;
}

bool standardOutputIsFile()
{
    struct stat about{};
    return ::fstat(STDOUT_FILENO, &about) == 0 && S_ISREG(about.st_mode);
}

Result enterLimits()
{
    bool done = limit(RLIMIT_CORE, 0, 0); // a core file would hold the document
    done = ::prctl(PR_SET_DUMPABLE, 0) == 0 && done;
#ifndef __SANITIZE_ADDRESS__ // whose shadow memory is terabytes of address space
    done = limit(RLIMIT_AS, memoryLimit, memoryLimit) && done;
#endif
    done = limit(RLIMIT_CPU, processorSeconds, processorSeconds + 2) && done;
    done = limit(RLIMIT_NPROC, 0, 0) && done;
    done = limit(RLIMIT_NOFILE, 8, 8) && done;
    if (!standardOutputIsFile())
        done = limit(RLIMIT_FSIZE, 0, 0) && done;
    if (!done)
        return std::unexpected(u"limits: not every limit could be set: %1"_s.arg(words(errno)));
    return u"limits"_s;
}

/// Every right that the kernel's version of Landlock can handle, so that none is granted.
landlock_ruleset_attr everything(long abi)
{
    landlock_ruleset_attr rules{};
    rules.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // the thirteen of the first version
    if (abi >= 2)
        rules.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3)
        rules.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
    if (abi >= 4)
        rules.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
    if (abi >= 5)
        rules.handled_access_fs |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
    if (abi >= 6)
        rules.scoped = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;
    return rules;
}

Result enterLandlock()
{
    const auto lacking = [](int error) { return std::unexpected(u"landlock: %1"_s.arg(words(error))); };
    // glibc has no wrappers for these.
    const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1)
        return std::unexpected(u"landlock: this kernel does not offer it (%1)"_s.arg(words(errno)));
    const landlock_ruleset_attr rules = everything(abi);
    const long ruleset = ::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
    if (ruleset < 0)
        return lacking(errno);
    const long entered = ::syscall(SYS_landlock_restrict_self, ruleset, 0);
    const int error = errno;
    ::close(static_cast<int>(ruleset));
    if (entered != 0)
        return lacking(error);
    return u"landlock abi %1"_s.arg(abi);
}

/// Calls that reach nothing outside the process.
constexpr std::array harmlessCalls{
    SCMP_SYS(brk),          SCMP_SYS(munmap),        SCMP_SYS(mremap),
    SCMP_SYS(madvise),      SCMP_SYS(futex),         SCMP_SYS(sched_yield),
    SCMP_SYS(getrandom),    SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),   SCMP_SYS(exit),
    SCMP_SYS(exit_group),   SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday), SCMP_SYS(time),          SCMP_SYS(times),
    SCMP_SYS(getrusage),    SCMP_SYS(getpid),        SCMP_SYS(gettid),
    SCMP_SYS(close),        SCMP_SYS(fstat),         SCMP_SYS(restart_syscall),
};

bool allowCalls(scmp_filter_ctx filter)
{
    int failed = 0;
    for (const int call : harmlessCalls) {
        const int result = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
        if (result != -EDOM) // a call that this processor's Linux does not have
            failed |= result;
    }
    for (const scmp_datum_t descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, descriptor));
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(writev), 1, SCMP_A0(SCMP_CMP_EQ, descriptor));
    }
    // Memory, but none that could be run.
    failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    failed |=
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    // abort() signals its own process; limits may be read, not set.
    failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                               SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid())));
    failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 2, SCMP_A0(SCMP_CMP_EQ, 0),
                               SCMP_A2(SCMP_CMP_EQ, 0));
#ifdef __SANITIZE_ADDRESS__ // which looks at itself
    for (const int call : {SCMP_SYS(readlink), SCMP_SYS(sched_getaffinity), SCMP_SYS(prctl)})
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
#endif
    return failed == 0;
}

Result enterSeccomp()
{
    // Everything not named fails with "not permitted": a library that only wanted to try something goes on.
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)),
                                                                   &seccomp_release);
    if (!filter || !allowCalls(filter.get()) || seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) != 0)
        return std::unexpected(u"seccomp: the filter could not be made"_s);
    const int failed = seccomp_load(filter.get());
    if (failed != 0)
        return std::unexpected(u"seccomp: this kernel does not offer it (%1)"_s.arg(words(-failed)));
    return u"seccomp"_s;
}

} // namespace

void closeInherited()
{
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
}

documents::protocol::Protections enterSandbox(Layers layers)
{
    documents::protocol::Protections protections;
    const auto note = [&protections](const Result &result) {
        if (result)
            protections.inForce += *result;
        else
            protections.missing += result.error();
    };
    if (layers.testAnyFlags(Layers(Layer::Landlock) | Layer::Seccomp) && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        protections.missing += u"no_new_privs: %1"_s.arg(words(errno));
    if (layers.testFlag(Layer::Landlock))
        note(enterLandlock());
    if (layers.testFlag(Layer::Limits))
        note(enterLimits());
    if (layers.testFlag(Layer::Seccomp)) // last: it forbids what the others need
        note(enterSeccomp());
    return protections;
}

} // namespace clearway::reader
