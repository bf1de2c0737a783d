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

OfficialTexts::OfficialTexts(std::shared_ptr<const language::RuleBook> rules, const QString &database,
                             const QString &readerPath, QObject *parent)
    : QObject(parent)
    , m_rules(std::move(rules))
    , m_database(database)
    , m_readerPath(readerPath)
{}

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
    struct Kept {
        LoadedPtr list;
        official::LawLibrary laws;
    };
    QtConcurrent::run([rules = m_rules, path = m_database]() -> official::Result<Kept> {
        const auto store = OfficialStore::open(path, OfficialStore::Access::Read);
        if (!store)
            return std::unexpected(store.error());
        Kept kept;
        const auto laws = store->laws();
        if (!laws)
            return std::unexpected(laws.error());
        kept.laws = official::LawLibrary(*laws);
        auto text = store->whole();
        if (!text && text.error().kind != OfficialError::Kind::NotImported)
            return std::unexpected(text.error());
        if (text) {
            auto list = prepare(std::move(*text), *rules);
            if (!list)
                return std::unexpected(list.error());
            kept.list = *list;
        }
        return kept;
    }).then(this, [this](const official::Result<Kept> &kept) {
        // An import that ended before has newer words; without any there is nothing to show and nothing to say.
        if (!kept) {
            if (kept.error().kind == OfficialError::Kind::Storage)
                Q_EMIT finished(kept.error().toText(), true);
            return;
        }
        if (m_laws.isEmpty())
            m_laws = kept->laws;
        if (kept->list && !m_loaded)
            take(kept->list);
        else if (!m_laws.isEmpty())
            Q_EMIT changed();
    });
}

official::Result<OfficialTexts::Outcome> OfficialTexts::importFile(const QString &path, const QString &database,
                                                                   const QString &readerPath,
                                                                   const language::RuleBook &rules,
                                                                   const official::Control &control)
{
    auto read = official::readInstrument(path, rules, documents::ReaderProcess(readerPath), control);
    if (!read)
        return std::unexpected(read.error());
    std::visit([](auto &text) { text.instrument.imported = QDateTime::currentDateTimeUtc(); }, *read);
    auto store = OfficialStore::open(database, OfficialStore::Access::Write);
    if (!store)
        return std::unexpected(store.error());
    Outcome outcome;
    if (const auto *law = std::get_if<official::LawText>(&*read)) {
        if (const auto kept = store->keep(*law, control); !kept)
            return std::unexpected(kept.error());
        const auto laws = store->laws();
        if (!laws)
            return std::unexpected(laws.error());
        outcome.laws = official::LawLibrary(*laws);
        const QString compilation = official::compilationInWords(law->instrument);
        outcome.message =
            tr("Imported %1%2 with %n section(s).", nullptr, int(law->sections.size()))
                .arg(law->instrument.title, compilation.isEmpty() ? QString() : QString(u", "_s + compilation));
        return outcome;
    }
    OfficialText &text = std::get<OfficialText>(*read);
    if (const auto kept = store->replace(text, control); !kept)
        return std::unexpected(kept.error());
    return prepare(std::move(text), rules).transform([&](const LoadedPtr &list) {
        outcome.list = list;
        return outcome;
    });
}

QString OfficialTexts::messageOf(const Loaded &loaded) const
{
    const official::Coverage &coverage = loaded.coverage;
    QString message = tr("Imported %1: %2 of %3 codes have their official wording now.")
                          .arg(loaded.text.instrument.title)
                          .arg(coverage.attached)
                          .arg(coverage.codesOfCatalogue);
    if (coverage.anotherList)
        message += u' ' + tr("Clearway's own list is another: %1.").arg(m_rules->listName);
    if (!coverage.unmatched.isEmpty())
        message += u' ' + tr("%n paragraph(s) of the list matched no code.", nullptr, int(coverage.unmatched.size()));
    return message;
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
        QMetaObject::invokeMethod(
            qApp,
            [self, percent] {
                if (self && self->m_importing)
                    Q_EMIT self->progress(percent);
            },
            Qt::QueuedConnection);
    };
    QtConcurrent::run([rules = m_rules, database = m_database, reader = m_readerPath, path, control] {
        return importFile(path, database, reader, *rules, control);
    }).then(this, [this](const official::Result<Outcome> &outcome) {
        m_importing = false;
        if (!outcome) {
            Q_EMIT finished(outcome.error().toText(), outcome.error().kind != OfficialError::Kind::Cancelled);
            return;
        }
        if (outcome->list) {
            take(outcome->list);
            Q_EMIT finished(messageOf(*outcome->list), false);
            return;
        }
        m_laws = *outcome->laws;
        Q_EMIT changed();
        Q_EMIT finished(outcome->message, false);
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

official::FoundPlaces OfficialTexts::find(const QString &citation, const QString &state) const
{
    return m_laws.find(citation, *m_rules, m_rules->state(state));
}

} // namespace clearway::ui
