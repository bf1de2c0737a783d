// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assessment/assessment.h"
#include "model/assessment/review.h"
#include "model/assessment/supplylog.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <variant>

namespace clearway::report {

/// A record as it is printed, before any form is chosen: HTML, Markdown and PDF show the same sections. All text is
/// plain; whoever renders it escapes it.

struct Paragraph {
    enum class Emphasis { Plain, Strong, Quiet };
    QString text;
    Emphasis emphasis = Emphasis::Plain;
};

struct KeyValues {
    struct Row {
        QString key;
        QString value;
    };
    QList<Row> rows;
};

struct Table {
    QString caption;
    QStringList header;
    QList<QStringList> rows; ///< each as long as the header; the first cell heads its row
    QList<int> widths;       ///< in percent; empty: equal
};

struct Bullets {
    QStringList items;
    bool numbered = false;
};

/// A condition and why it is true, false or unknown.
struct TreeNode {
    QString text;
    QString truth;  ///< in words
    QString detail; ///< provision, answer, on what it leans
    QList<TreeNode> children;
};

struct Tree {
    QList<TreeNode> roots;
};

/// Places to be filled in by hand; what is known is filled in.
struct Fields {
    struct Field {
        QString label;
        QString value;     ///< one line or several
        QString help = {}; ///< what is meant, in small print
        int lines = 1;     ///< left for the pen where there is no value
    };
    QList<QList<Field>> rows;
};

using Block = std::variant<Paragraph, KeyValues, Table, Bullets, Tree, Fields>;

struct Section {
    QString id; ///< "requirements": stable, for links within the page
    QString title;
    QList<Block> blocks;
};

struct Report {
    QString language; ///< BCP 47: "en"
    bool rightToLeft = false;
    QString title;
    QString subject; ///< "Self-assessment record CW-…, revision 1"
    QString reference;
    int revision = 1;
    QString state;       ///< in words
    QString handling;    ///< "summary only" or "contains technical detail"
    QString author;      ///< empty where names are left out
    QString producer;    ///< "Clearway 0.1.0"
    QDateTime made;      ///< UTC
    QString fingerprint; ///< of `document`, 64 hexadecimal digits
    /// The front sheet's parts, in full first, then ever shorter: a page takes the first that fits on it and, where
    /// that is not the first, prints the full one as an annex.
    QList<QList<Section>> fronts;
    QList<Section> annexes;
    QJsonObject document;  ///< the assessment that goes with it
    QByteArray attachment; ///< `document` as a file
    QString attachmentName = QStringLiteral("assessment.json");
    QString caution = {}; ///< at the foot of every page
    bool lettered = true; ///< false: `annexes` are the document's own parts, numbered
};

/// What the office found, for the signatures on the front sheet.
struct Review {
    QString finding; ///< "agrees", "differs on …", "returned", "referred", in words
    QString reason;
    QString conditions;
    QString name;
    QDateTime when;
    QDate nextReview;
    QString role = {};
    bool agrees = true;
};

/// The reviews as a front sheet shows them: of each reviewer the last one, in the order in which those were
/// made.
QList<Review> reviewsInWords(const QList<assessment::Review> &reviews);

struct ReportOptions {
    bool technicalAnnex = true;   ///< false: the summary copy, see assessment::withoutTechnicalAnnex()
    QList<Review> reviews;        ///< oldest first; one: reviewed, two: countersigned
    bool secondSignature = false; ///< the office asks for one
    QString supplyLogNumber;
    QList<assessment::LoggedSupply> supplyLog = {}; ///< of the case; not in a summary copy
};

/// `rules` are those the assessment was concluded with.
Report build(const assessment::Assessment &assessment, const language::RuleBook &rules,
             const ReportOptions &options = {});

} // namespace clearway::report
