// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/sandbox_proof.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;

namespace clearway::reader {

namespace {

/// 0 where it worked, else the error number.
int outcome(long result)
{
    return result < 0 ? errno : 0;
}

int outcomeOfDescriptor(int descriptor)
{
    if (descriptor < 0)
        return errno;
    ::close(descriptor);
    return 0;
}

sockaddr_in localPort()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9); // nobody listens: an unhindered attempt ends as "connection refused"
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/// What is opened before the sandbox and must be of no use in it.
struct Before {
    int socket = -1;
    int folder = -1;
    pid_t parent = 0;
};

class Attempts {
public:
    explicit Attempts(const Before &before)
        : m_before(before)
    {}

    QJsonArray all()
    {
        network();
        files();
        processes();
        return m_done;
    }

private:
    /// `harmless` is an error that says only that there was nothing to find, not that it was forbidden.
    void note(const QString &attempt, int error, int harmless = 0)
    {
        m_done += QJsonObject{{u"attempt"_s, attempt},
                              {u"refused"_s, error != 0 && error != harmless},
                              {u"error"_s, error == 0 ? u"none"_s : QString::fromLatin1(::strerrorname_np(error))}};
    }

    void network()
    {
        note(u"open an internet socket"_s, outcomeOfDescriptor(::socket(AF_INET, SOCK_STREAM, 0)));
        note(u"open a datagram socket"_s, outcomeOfDescriptor(::socket(AF_INET6, SOCK_DGRAM, 0)));
        note(u"open a local socket"_s, outcomeOfDescriptor(::socket(AF_UNIX, SOCK_STREAM, 0)));
        const sockaddr_in address = localPort();
        note(u"connect a socket that was open before"_s,
             outcome(::connect(m_before.socket, reinterpret_cast<const sockaddr *>(&address), sizeof address)),
             ECONNREFUSED);
    }

    void files()
    {
        const QByteArray made = "/tmp/clearway-reader-proof-" + QByteArray::number(::getpid());
        const int creation = outcomeOfDescriptor(::open(made.constData(), O_CREAT | O_EXCL | O_WRONLY, 0600));
        note(u"create a file"_s, creation);
        if (creation == 0)
            ::unlink(made.constData());
        note(u"open a file for reading"_s, outcomeOfDescriptor(::open("/etc/passwd", O_RDONLY)));
        note(u"open a file beneath a folder that was open before"_s,
             outcomeOfDescriptor(::openat(m_before.folder, "passwd", O_RDONLY)));
        note(u"list a folder"_s, outcomeOfDescriptor(::open("/", O_RDONLY | O_DIRECTORY)));
        const QByteArray folder = made + "-folder";
        note(u"make a folder"_s, outcome(::mkdir(folder.constData(), 0700)));
        ::rmdir(folder.constData());
        const QByteArray absent = made + "-absent";
        note(u"remove a file"_s, outcome(::unlink(absent.constData())), ENOENT);
    }

    void processes()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            ::execl("/bin/true", "true", static_cast<char *>(nullptr));
            ::_exit(errno);
        }
        note(u"start a process"_s, outcome(child));
        int status = 0;
        if (child > 0) {
            ::waitpid(child, &status, 0);
            note(u"run a program"_s, WEXITSTATUS(status));
        } else { // where it succeeds all the same nobody is left to print the answer, and the proof fails
            note(u"run a program"_s, outcome(::execl("/bin/true", "true", static_cast<char *>(nullptr))));
        }
        note(u"trace another process"_s, outcome(::ptrace(PTRACE_SEIZE, m_before.parent, nullptr, nullptr)));
        ::ptrace(PTRACE_DETACH, m_before.parent, nullptr, nullptr);
        note(u"signal another process"_s, outcome(::kill(m_before.parent, 0)));
        note(u"change a limit"_s, [] {
            rlimit open{};
            ::getrlimit(RLIMIT_NOFILE, &open);
            open.rlim_cur = std::min<rlim_t>(open.rlim_max, open.rlim_cur + 1);
            return outcome(::setrlimit(RLIMIT_NOFILE, &open));
        }());
        note(u"make memory that can be run"_s, [] {
            void *memory = ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
            return memory == MAP_FAILED ? errno : 0;
        }());
    }

    Before m_before;
    QJsonArray m_done;
};

} // namespace

QByteArray proveSandbox(Layers layers)
{
    const Before before{::socket(AF_INET, SOCK_STREAM, 0), ::open("/etc", O_PATH | O_DIRECTORY), ::getppid()};
    const auto protections = enterSandbox(layers);
    const QJsonObject sandbox{{u"in_force"_s, QJsonArray::fromStringList(protections.inForce)},
                              {u"missing"_s, QJsonArray::fromStringList(protections.missing)}};
    return QJsonDocument(QJsonObject{{u"format"_s, u"clearway.reader/1"_s},
                                     {u"sandbox"_s, sandbox},
                                     {u"attempts"_s, Attempts(before).all()}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

} // namespace clearway::reader
