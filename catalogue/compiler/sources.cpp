// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/compiler/sources.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace clearway::compiler {

using namespace Qt::StringLiterals;
using language::SourceError;

std::expected<store::Sources, QList<SourceError>> readSources(const QString &folder)
{
    store::Sources sources;
    QList<SourceError> errors;
    const auto refuse = [&](const QString &file, const QString &message, const QString &expected) {
        errors.append({{file, 1, 1}, message, expected});
    };
    const QDir top(folder);
    const QString root = QFileInfo(folder).canonicalFilePath();
    if (root.isEmpty() || !QFileInfo(folder).isDir()) {
        refuse(folder, u"there is no such folder"_s, u"the folder of the catalogue's sources"_s);
        return std::unexpected(errors);
    }
    if (!QFileInfo(folder).isReadable()) {
        refuse(folder, u"the folder cannot be read"_s, u"permission to read it"_s);
        return std::unexpected(errors);
    }
    // Links to folders are not followed; those with a name of ours are refused below.
    QDirIterator found(folder, {u"*.yaml"_s, u"*.yml"_s},
                       QDir::Files | QDir::Dirs | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QFileInfo info = found.nextFileInfo();
        const QString path = top.relativeFilePath(info.filePath());
        if (info.isDir() && !info.isSymLink())
            continue;
        if (info.isSymLink()) {
            const QString target = info.canonicalFilePath();
            if (target.isEmpty()) {
                refuse(path, u"the link leads nowhere"_s, u"a file"_s);
                continue;
            }
            if (!target.startsWith(root + u'/')) {
                refuse(path, u"the link leaves the folder of the sources"_s, u"a file inside it"_s);
                continue;
            }
        }
        if (!info.isFile()) {
            refuse(path, u"this is not a plain file"_s, u"a file"_s);
            continue;
        }
        if (path.endsWith(".yml"_L1)) {
            refuse(path, u"the file's name ends in .yml, and would not be read"_s, u".yaml"_s);
            continue;
        }
        if (info.size() > largestSource) {
            refuse(path, u"the file has %1 bytes"_s.arg(info.size()), u"at most %1"_s.arg(largestSource));
            continue;
        }
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly)) {
            refuse(path, u"the file cannot be read: "_s + file.errorString(), u"permission to read it"_s);
            continue;
        }
        const QByteArray bytes = file.read(largestSource + 1);
        if (file.error() != QFileDevice::NoError)
            refuse(path, u"the file cannot be read: "_s + file.errorString(), u"a file without faults"_s);
        sources.append({path, bytes});
    }
    if (sources.isEmpty() && errors.isEmpty())
        refuse(folder, u"the folder holds no sources"_s, u"files whose names end in .yaml"_s);
    std::ranges::sort(errors, {}, [](const SourceError &error) { return error.at.file; });
    if (!errors.isEmpty())
        return std::unexpected(errors);
    std::ranges::sort(sources, {}, &store::SourceFile::path);
    return sources;
}

} // namespace clearway::compiler
