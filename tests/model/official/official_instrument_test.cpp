// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The instrument itself, where someone has put it beside this checkout: every code, every word, both formats.
#include "model/official/import.h"
#include "model/official/paragraph.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clearway;
using namespace clearway::official;

class OfficialInstrumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeAndEveryWord_data();
    void everyCodeAndEveryWord();
    void bothFormatsAgree();
};

static QString reference(const QString &name)
{
    return QStringLiteral(CLEARWAY_SOURCE_DIR) + u"/../shared/reference/"_s + name;
}

/// The folder that holds it, in the checkout's parent or in the one above that.
static QString found(const QString &name)
{
    const QString above = QStringLiteral(CLEARWAY_SOURCE_DIR) + u"/../../shared/reference/"_s + name;
    return QFileInfo::exists(reference(name)) ? reference(name) : above;
}

/// What was compared with has lost the marks of what was moved off the line by other means.
static QString unmarked(const QString &text)
{
    return cleaned(text).remove(u'^').remove(u'_');
}

static const QString theDocx = u"F2024L01024.docx"_s;
static const QString theEpub = u"F2024L01024.epub"_s;

void OfficialInstrumentTest::everyCodeAndEveryWord_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("DOCX") << theDocx;
    QTest::newRow("EPUB") << theEpub;
}

void OfficialInstrumentTest::everyCodeAndEveryWord()
{
    QFETCH(const QString, name);
    QFile expected(found(u"dsgl-2024-structured.json"_s));
    if (!QFileInfo::exists(found(name)) || !expected.open(QIODevice::ReadOnly))
        QSKIP("the instrument is not beside this checkout");
    QElapsedTimer timer;
    timer.start();
    const auto text = readOfficial(found(name));
    const qint64 took = timer.elapsed();
    QVERIFY2(text.has_value(), text ? "" : qPrintable(text.error().toText()));
    QCOMPARE(text->instrument.title, u"Defence and Strategic Goods List 2024"_s);
    QCOMPARE(text->instrument.made, QDate(2024, 8, 14));
    QCOMPARE(text->instrument.registerId, u"F2024L01024"_s);

    QHash<QString, QString> wordings;
    for (const OfficialEntry &entry : text->entries) {
        QVERIFY2(!wordings.contains(entry.code), qPrintable(entry.code));
        wordings.insert(entry.code, entry.wording);
    }
    const QJsonArray items = QJsonDocument::fromJson(expected.readAll())["items"_L1].toArray();
    QCOMPARE(wordings.size(), items.size());
    QStringList wrong;
    for (const QJsonValue &item : items) {
        const QString code = item["code"_L1].toString();
        const QString should = unmarked(item["text"_L1].toString());
        if (!wordings.contains(code))
            wrong.append(code + u": missing"_s);
        else if (unmarked(wordings.value(code)) != should)
            wrong.append(code + u": "_s + wordings.value(code) + u" | "_s + should);
    }
    QVERIFY2(wrong.isEmpty(),
             qPrintable(QString::number(wrong.size()) + u'\n' + wrong.first(qMin(20, wrong.size())).join(u'\n')));

    // Every paragraph of a note is under the first-level entry that it stands in; pictures of formulae have no text,
    // and lines in capitals between two entries are headings.
    QHash<int, QString> noteAt;
    for (const OfficialEntry &entry : text->entries)
        for (const OfficialNote &note : entry.notes)
            noteAt.insert(note.paragraph, entry.code.section(u'.', 0, 0));
    if (text->instrument.format == "docx"_L1) {
        for (const QJsonValue &item : items) {
            const QJsonArray notes = item["notes"_L1].toArray();
            for (const QJsonValue &note : notes) {
                const QString code = item["code"_L1].toString().section(u'.', 0, 0);
                const QString words = cleaned(note["text"_L1].toString());
                if (!words.isEmpty() && note["style"_L1].toString() != "Formula"_L1 && words != words.toUpper()
                    && noteAt.value(note["para"_L1].toInt()) != code)
                    wrong.append(u"%1 ¶%2: %3"_s.arg(code).arg(note["para"_L1].toInt()).arg(words));
            }
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QVERIFY(std::ranges::none_of(
        text->others, [](const OtherParagraph &other) { return other.place == OtherParagraph::Place::Unmatched; }));
    qInfo("%s: %lld codes, %lld other paragraphs, %lld ms", qPrintable(name), text->entries.size(), text->others.size(),
          took);
    QVERIFY2(took < 3000 || qEnvironmentVariableIsSet("CLEARWAY_SLOW"), qPrintable(QString::number(took)));
}

void OfficialInstrumentTest::bothFormatsAgree()
{
    if (!QFileInfo::exists(found(theDocx)) || !QFileInfo::exists(found(theEpub)))
        QSKIP("the instrument is not beside this checkout");
    const auto docx = readOfficial(found(theDocx));
    const auto epub = readOfficial(found(theEpub));
    QVERIFY(docx && epub);
    const Comparison comparison = compared(*docx, *epub);
    for (const Difference &difference : comparison.differences)
        qInfo("%s: %s | %s", qPrintable(difference.code), qPrintable(difference.ours.left(120)),
              qPrintable(difference.theirs.left(120)));
    qInfo("%lld of %lld paragraphs differ", comparison.differences.size(), comparison.paragraphs);
    QVERIFY(comparison.paragraphs > 7000);
    QVERIFY(comparison.differences.size() <= 13);
}

QTEST_GUILESS_MAIN(OfficialInstrumentTest)
#include "official_instrument_test.moc"
