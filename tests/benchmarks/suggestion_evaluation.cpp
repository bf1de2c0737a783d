// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// suggestion_evaluation [--calibrate] [--misses] FILE.jsonl…: how well suggestions do on labelled texts. It runs
// "clearway-cli suggest --jsonl" and prints, for each file and category, how often a right first-level code is among
// the first 1, 5 and 10, the mean reciprocal rank, and the shares of listed and unlisted texts that are flagged, each
// with its 95 % interval (Wilson). --misses names what was not found; --calibrate fits the likeness on these files,
// says how it does on fifths that are left out, and prints the constants for model/classification/calibration.cpp.

#include "model/classification/calibration.h"

#include "logisticfit.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace clearway::classification;

namespace {

struct Row {
    QString text;
    QStringList right;
    QString category;
    QString source;   ///< where the label comes from, or the field of the text
    bool low = false; ///< the text alone hardly says what it is
    bool nearMiss = false;
    bool stated = false; ///< not listed, as its maker says in public
    bool flagged = false;
    qsizetype rank = -1; ///< of the first right code, from 0
    QStringList suggested;
    LikenessFeatures features;
};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString categoryOf(const QString &code)
{
    return code.isEmpty() ? u"none"_s : code.startsWith("ML"_L1) ? u"ML"_s : code.left(1);
}

QList<QJsonObject> objects(const QByteArray &text)
{
    QList<QJsonObject> found;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.trimmed().isEmpty())
            found.append(QJsonDocument::fromJson(line).object());
    }
    return found;
}

std::optional<QList<Row>> rowsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        out() << path << ": cannot be read\n";
        return {};
    }
    const QList<QJsonObject> labels = objects(file.readAll());
    QProcess program;
    program.start(QStringLiteral(CLEARWAY_BUILD_DIR "/bin/clearway-cli"),
                  {u"suggest"_s, u"--jsonl"_s, path, u"--limit"_s, u"1000"_s, u"--features"_s});
    if (!program.waitForFinished(300'000) || program.exitCode() != 0) {
        out() << path << ": " << QString::fromUtf8(program.readAllStandardError()) << '\n';
        return {};
    }
    const QList<QJsonObject> answers = objects(program.readAllStandardOutput());
    if (answers.size() != labels.size()) {
        out() << path << ": " << labels.size() << " lines, but " << answers.size() << " answers\n";
        return {};
    }
    QList<Row> rows;
    for (qsizetype place = 0; place < labels.size(); ++place) {
        const QJsonObject &label = labels[place];
        if ((label.contains("scorable"_L1) && !label["scorable"_L1].toBool())
            || (label.contains("in_dsgl"_L1) && !label["in_dsgl"_L1].toBool()
                && !label["dsgl_equivalent"_L1].toArray().isEmpty())) {
            continue;
        }
        Row row;
        row.text = label["text"_L1].toString();
        for (const QJsonValue &code : label["dsgl_equivalent"_L1].toArray())
            row.right.append(code.toString());
        row.category = categoryOf(row.right.value(0));
        row.source = label[label.contains("provenance"_L1) ? "provenance"_L1 : "domain"_L1].toString();
        row.low = label["specificity"_L1].toString() == "low"_L1;
        row.nearMiss = !label["near_miss_of"_L1].toString().isEmpty();
        row.stated = label.contains("statement"_L1);
        row.flagged = answers[place]["flagged"_L1].toBool();
        for (const QJsonValue &suggestion : answers[place]["suggestions"_L1].toArray())
            row.suggested.append(suggestion["code"_L1].toString());
        for (qsizetype rank = 0; rank < row.suggested.size() && row.rank < 0; ++rank) {
            if (row.right.contains(row.suggested[rank]))
                row.rank = rank;
        }
        const QJsonArray features = answers[place]["features"_L1].toArray();
        for (size_t feature = 0; feature < row.features.value.size(); ++feature)
            row.features.value[feature] = features[qsizetype(feature)].toDouble();
        rows.append(row);
    }
    return rows;
}

QString share(qsizetype part, qsizetype whole)
{
    const MeasuredShare measured = measuredShare(int(part), int(whole));
    return whole == 0 ? u"-"_s
                      : u"%1 (%2 to %3)"_s.arg(measured.share, 0, 'f', 3)
                            .arg(measured.from, 0, 'f', 2)
                            .arg(measured.to, 0, 'f', 2);
}

void report(const QString &what, const QList<Row> &rows)
{
    const auto count = [&](auto &&has) { return qsizetype(std::ranges::count_if(rows, has)); };
    const qsizetype listed = count([](const Row &row) { return !row.right.isEmpty(); });
    const qsizetype unlisted = rows.size() - listed;
    out() << what << ": " << rows.size() << " texts\n";
    if (listed > 0) {
        double reciprocal = 0;
        for (const Row &row : rows)
            reciprocal += row.rank >= 0 ? 1.0 / double(row.rank + 1) : 0;
        out() << "  listed, " << listed << ": recall at 1 "
              << share(count([](const Row &row) { return row.rank == 0; }), listed) << ", at 5 "
              << share(count([](const Row &row) { return row.rank >= 0 && row.rank < 5; }), listed) << ", at 10 "
              << share(count([](const Row &row) { return row.rank >= 0 && row.rank < 10; }), listed)
              << ", mean reciprocal rank " << QString::number(reciprocal / double(listed), 'f', 3) << ", flagged "
              << share(count([](const Row &row) { return !row.right.isEmpty() && row.flagged; }), listed) << '\n';
    }
    if (unlisted > 0) {
        out() << "  unlisted, " << unlisted << ": flagged "
              << share(count([](const Row &row) { return row.right.isEmpty() && row.flagged; }), unlisted) << '\n';
    }
    out().flush();
}

/// The sums of rows that the fit has not seen: each fifth from a fit on the other four.
std::vector<double> leftOut(const std::vector<FitCase> &cases)
{
    constexpr size_t parts = 5;
    std::vector<double> sums(cases.size(), 0);
    for (size_t part = 0; part < parts; ++part) {
        std::vector<FitCase> others;
        for (size_t place = 0; place < cases.size(); ++place) {
            if (place % parts != part)
                others.push_back(cases[place]);
        }
        const LogisticFit fit = fitLogistic(others);
        for (size_t place = part; place < cases.size(); place += parts)
            sums[place] = fit.sum(cases[place].terms);
    }
    return sums;
}

void printValues(const char *name, const std::vector<double> &values)
{
    out() << "        values." << name << " = {";
    for (size_t place = 0; place < values.size(); ++place)
        out() << (place > 0 ? ", " : "") << QString::number(values[place], 'g', 6);
    out() << "};\n";
}

void calibrate(const QList<Row> &all)
{
    QList<Row> rows;
    std::ranges::copy_if(all, std::back_inserter(rows), [](const Row &row) { return !row.low; });
    std::vector<FitCase> cases;
    for (const Row &row : rows) {
        const auto terms = likenessTerms(row.features);
        // What others said of themselves weighs more than what was invented, and near misses less: words cannot tell.
        const double weight = row.stated ? 3 : row.nearMiss ? 0.6 : 1;
        cases.push_back({{terms.begin(), terms.end()}, !row.right.isEmpty(), weight});
    }
    const std::vector<double> sums = leftOut(cases);
    std::vector<double> listed;
    for (size_t place = 0; place < sums.size(); ++place) {
        if (cases[place].listed)
            listed.push_back(sums[place]);
    }
    std::ranges::sort(listed);
    const double threshold = listed[listed.size() * 7 / 100]; // seven of a hundred listed texts may be missed
    qsizetype missed = 0;
    QMap<QString, std::pair<qsizetype, qsizetype>> flagged; // of how many
    qsizetype plain = 0;
    qsizetype plainFlagged = 0;
    for (qsizetype place = 0; place < rows.size(); ++place) {
        const bool over = sums[size_t(place)] >= threshold;
        if (cases[size_t(place)].listed) {
            missed += over ? 0 : 1;
            continue;
        }
        const QString kind = rows[place].nearMiss ? u"near misses"_s
                             : rows[place].stated ? u"stated in public"_s
                                                  : u"invented"_s;
        ++flagged[kind].second;
        flagged[kind].first += over ? 1 : 0;
        if (!rows[place].nearMiss) {
            ++plain;
            plainFlagged += over ? 1 : 0;
        }
    }
    out() << "left out a fifth at a time:\n  listed, not flagged " << share(missed, qsizetype(listed.size())) << '\n';
    for (const auto &[kind, counts] : flagged.asKeyValueRange())
        out() << "  unlisted, " << kind << ", flagged " << share(counts.first, counts.second) << '\n';
    const LogisticFit fit = fitLogistic(cases);
    out() << "constants:\n";
    printValues("mean", fit.mean);
    printValues("deviation", fit.deviation);
    printValues("weight", fit.weight);
    out() << "        values.constant = " << QString::number(fit.constant, 'g', 6)
          << ";\n        values.threshold = " << QString::number(1 / (1 + std::exp(-threshold)), 'g', 4)
          << ";\n        values.missed = measuredShare(" << missed << ", " << listed.size()
          << ");\n        values.falselyFlagged = measuredShare(" << plainFlagged << ", " << plain << ");\n";
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList files = QCoreApplication::arguments().mid(1);
    const bool fits = files.removeAll(u"--calibrate"_s) > 0;
    const bool names = files.removeAll(u"--misses"_s) > 0;
    if (files.isEmpty()) {
        out() << "usage: suggestion_evaluation [--calibrate] [--misses] FILE.jsonl…\n";
        return 2;
    }
    QList<Row> all;
    for (const QString &file : std::as_const(files)) {
        const auto rows = rowsOf(file);
        if (!rows)
            return 3;
        QList<Row> normal;
        QList<Row> nearMisses;
        QMap<QString, QList<Row>> categories;
        QMap<QString, QList<Row>> sources;
        for (const Row &row : *rows) {
            if (row.low)
                continue;
            (row.nearMiss ? nearMisses : normal).append(row);
            categories[row.category].append(row);
            if (!row.source.isEmpty())
                sources[row.source].append(row);
        }
        report(file.section(u'/', -1) + u", of low specificity too"_s, *rows);
        report(u"  of normal specificity"_s, normal);
        if (!nearMisses.isEmpty())
            report(u"  near misses"_s, nearMisses);
        for (const auto &[category, own] : categories.asKeyValueRange())
            report(u"  category "_s + category, own);
        for (const auto &[source, own] : sources.asKeyValueRange())
            report(u"  source "_s + source, own);
        for (const Row &row : names ? *rows : QList<Row>()) {
            if (!row.right.isEmpty() && (row.rank < 0 || row.rank >= 5))
                out() << "  not among five: " << row.right.join(u' ') << ": " << row.text << " -> "
                      << row.suggested.first(std::min<qsizetype>(5, row.suggested.size())).join(u' ') << '\n';
            if (!row.right.isEmpty() && !row.flagged)
                out() << "  not flagged: " << row.right.join(u' ') << ": " << row.text << '\n';
            if (row.right.isEmpty() && row.flagged)
                out() << "  falsely flagged: " << row.text << " -> " << row.suggested.value(0) << '\n';
        }
        all += *rows;
    }
    if (fits)
        calibrate(all);
    return 0;
}
