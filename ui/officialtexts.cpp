// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/officialtexts.h"

#include "model/official/officialstore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QPointer>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using official::OfficialError;
using official::OfficialStore;
using official::OfficialText;

struct OfficialTexts::Loaded {
    OfficialText text;
    QHash<QString, qsizetype> entryAt;
    QHash<QString, QList<official::NumberFlag>> flags;
    official::Coverage coverage;
};

OfficialTexts::OfficialTexts(std::shared_ptr<const language::RuleBook> rules, const QString &database, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_database(database)
{
}

OfficialTexts::~OfficialTexts()
{
    m_stop.request_stop(); // the worker ends soon, and its result is not delivered
}

official::Result<OfficialTexts::LoadedPtr> OfficialTexts::prepare(OfficialText text, const language::RuleBook &rules)
{
    auto loaded = std::make_shared<Loaded>();
    loaded->text = std::move(text);
    for (qsizetype i = 0; i < loaded->text.entries.size(); ++i)
        loaded->entryAt.insert(loaded->text.entries[i].code, i);
    loaded->flags = official::flagsByCode(official::checkNumbers(rules, loaded->text, official::builtInAllowances()));
    loaded->coverage = official::coverageOf(loaded->text, rules);
    return LoadedPtr(std::move(loaded));
}

void OfficialTexts::take(const LoadedPtr &loaded)
{
    m_loaded = loaded;
    Q_EMIT changed();
}

void OfficialTexts::load()
{
    if (m_database.isEmpty())
        return;
    QtConcurrent::run([rules = m_rules, path = m_database]() -> official::Result<LoadedPtr> {
        const auto store = OfficialStore::open(path, OfficialStore::Access::Read);
        if (!store)
            return std::unexpected(store.error());
        auto text = store->whole();
        if (!text)
            return std::unexpected(text.error());
        return prepare(std::move(*text), *rules);
    }).then(this, [this](const official::Result<LoadedPtr> &loaded) {
        // An import that ended before has newer words; without any there is nothing to show and nothing to say.
        if (loaded && !m_loaded)
            take(*loaded);
        else if (!loaded && loaded.error().kind == OfficialError::Kind::Storage)
            Q_EMIT finished(loaded.error().toText(), true);
    });
}

void OfficialTexts::import(const QString &path)
{
    if (m_importing || m_database.isEmpty())
        return;
    m_importing = true;
    m_stop = {};
    Q_EMIT progress(0);
    official::Control control;
    control.stop = m_stop.get_token();
    control.progress = [self = QPointer(this)](int percent) {
        QMetaObject::invokeMethod(qApp, [self, percent] {
            if (self && self->m_importing)
                Q_EMIT self->progress(percent);
        }, Qt::QueuedConnection);
    };
    QtConcurrent::run([rules = m_rules, database = m_database, path, control]() -> official::Result<LoadedPtr> {
        auto text = official::readOfficial(path, control);
        if (!text)
            return std::unexpected(text.error());
        text->instrument.imported = QDateTime::currentDateTimeUtc();
        auto store = OfficialStore::open(database, OfficialStore::Access::Write);
        if (!store)
            return std::unexpected(store.error());
        if (const auto kept = store->replace(*text, control); !kept)
            return std::unexpected(kept.error());
        return prepare(std::move(*text), *rules);
    }).then(this, [this](const official::Result<LoadedPtr> &loaded) {
        m_importing = false;
        if (!loaded) {
            Q_EMIT finished(loaded.error().toText(), loaded.error().kind != OfficialError::Kind::Cancelled);
            return;
        }
        take(*loaded);
        const official::Coverage &coverage = m_loaded->coverage;
        QString message = tr("Imported %1: %2 of %3 codes have their official wording now.")
                              .arg(m_loaded->text.instrument.title)
                              .arg(coverage.attached)
                              .arg(coverage.codesOfCatalogue);
        if (coverage.anotherList)
            message += u' ' + tr("Clearway's own list is another: %1.").arg(m_rules->listName);
        if (!coverage.unmatched.isEmpty())
            message += u' ' + tr("%n paragraph(s) of the list matched no code.", nullptr, int(coverage.unmatched.size()));
        Q_EMIT finished(message, false);
    });
}

void OfficialTexts::cancel()
{
    m_stop.request_stop();
}

const official::Instrument *OfficialTexts::instrument() const
{
    return m_loaded ? &m_loaded->text.instrument : nullptr;
}

const official::OfficialEntry *OfficialTexts::entry(const QString &code) const
{
    if (!m_loaded)
        return nullptr;
    const auto at = m_loaded->entryAt.constFind(code);
    return at == m_loaded->entryAt.cend() ? nullptr : &m_loaded->text.entries[*at];
}

QList<official::NumberFlag> OfficialTexts::flags(const QString &code) const
{
    return m_loaded ? m_loaded->flags.value(code) : QList<official::NumberFlag>();
}

} // namespace clearway::ui
