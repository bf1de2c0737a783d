// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/store/catalogue.h"
#include "catalogue/store/connection.h"

#include <QThread>

namespace clearway::store {

// What a Catalogue holds; shared by the files that implement it.
struct Catalogue::Private {
    explicit Private(const QString &file)
        : path(file)
        , connection(file, Connection::Purpose::Read)
    {}

    StoreError damaged(const QString &why) const
    {
        using namespace Qt::StringLiterals;
        return {StoreError::Kind::Damaged, u"the catalogue "_s + path + u" is damaged: "_s + why};
    }

    // The connection belongs to one thread, and Qt does not say so when it is used from another.
    std::expected<void, StoreError> checkThread() const
    {
        using namespace Qt::StringLiterals;
        if (QThread::currentThreadId() == thread)
            return {};
        return std::unexpected(
            StoreError{StoreError::Kind::Unreadable, u"the catalogue "_s + path + u" was opened by another thread"_s});
    }

    QString path;
    mutable Connection connection;
    std::shared_ptr<const language::RuleBook> rules;
    QStringList looseCodes; // of rules->entryOrder, as looseCode() gives them
    std::chrono::microseconds loadingTime{0};
    Qt::HANDLE thread = QThread::currentThreadId();
};

} // namespace clearway::store
