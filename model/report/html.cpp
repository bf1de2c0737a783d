// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/html.h"

#include "model/report/plaintext.h"

#include <QCoreApplication>

namespace clearway::report {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

// Greyscale on paper; on screen as light or dark as the reader's system is. A page break never parts a row.
constexpr QLatin1StringView style = R"(
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --quiet: #555555; --line: #999999; --head: #eeeeee; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --paper: #181818; --quiet: #b4b4b4; --line: #707070; --head: #2a2a2a; }
}
body { color: var(--ink); background: var(--paper); font: 1rem/1.45 "Noto Sans", sans-serif; margin: 0 auto; padding: 1.5rem;
  max-width: 60rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.2rem; border-bottom: 1px solid var(--line); margin-top: 2rem; }
h3 { font-size: 1.05rem; margin-bottom: 0.3rem; }
p, ul, ol, dl, table { margin: 0.4rem 0; }
.strong { font-weight: bold; } .quiet { color: var(--quiet); }
.band { border: 2px solid var(--ink); padding: 0.5rem 0.8rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.1rem 1rem; }
dt { font-weight: bold; } dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: bold; padding: 0.3rem 0; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: start; vertical-align: top; }
thead th { background: var(--head); } tbody th { font-weight: normal; }
.field { border: 1px solid var(--line); min-height: 2.6rem; padding: 0.2rem 0.5rem; flex: 1; }
.fields { display: flex; gap: 0.4rem; margin: 0.4rem 0; } .tall { min-height: 6rem; } .field small { display: block; color: var(--quiet); }
.tree ul { margin: 0; padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); }
.tree .deep { padding-inline-start: 0; }
.truth { font-weight: bold; }
@media print {
  :root { color-scheme: light; --ink: #000000; --paper: #ffffff; --quiet: #333333; --line: #666666; --head: #eeeeee; }
  @page { size: A4; margin: 14mm; }
  body { font-size: 9.5pt; max-width: none; padding: 0; }
  tr, .field, li { break-inside: avoid; } h2, h3, caption { break-after: avoid; } thead { display: table-header-group; }
  .annexes { break-before: page; } .wide { overflow: visible; } nav { display: none; }
}
)"_L1;

constexpr int deepestIndent = 12;

QString escaped(const QString &text)
{
    return printable(text).toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

class Page {
public:
    QString text;

    void section(const Section &section, const QString &number, int level)
    {
        const QString tag = u'h' + QString::number(level);
        text += "<section id=\""_L1 + section.id.toHtmlEscaped() + "\""_L1
                + (section.id == "band"_L1 ? " class=\"band\">\n"_L1 : ">\n"_L1);
        text += u'<' + tag + u'>' + (number.isEmpty() ? QString() : number.toHtmlEscaped() + u' ')
                + escaped(section.title) + "</"_L1 + tag + ">\n"_L1;
        for (const Block &block : section.blocks)
            std::visit([this](const auto &content) { write(content); }, block);
        text += "</section>\n"_L1;
    }

private:
    void write(const Paragraph &paragraph)
    {
        const QLatin1StringView kind = paragraph.emphasis == Paragraph::Emphasis::Strong  ? " class=\"strong\""_L1
                                       : paragraph.emphasis == Paragraph::Emphasis::Quiet ? " class=\"quiet\""_L1
                                                                                          : ""_L1;
        text += "<p dir=\"auto\""_L1 + kind + u'>' + escaped(paragraph.text) + "</p>\n"_L1;
    }

    void write(const KeyValues &values)
    {
        text += "<dl>\n"_L1;
        for (const KeyValues::Row &row : values.rows)
            text += "<dt>"_L1 + escaped(row.key) + "</dt><dd dir=\"auto\">"_L1 + escaped(row.value) + "</dd>\n"_L1;
        text += "</dl>\n"_L1;
    }

    void write(const Table &table)
    {
        text += "<div class=\"wide\"><table>\n"_L1;
        if (!table.caption.isEmpty())
            text += "<caption dir=\"auto\">"_L1 + escaped(table.caption) + "</caption>\n"_L1;
        text += "<thead><tr>"_L1;
        for (const QString &head : table.header)
            text += "<th scope=\"col\">"_L1 + escaped(head) + "</th>"_L1;
        text += "</tr></thead>\n<tbody>\n"_L1;
        for (const QStringList &row : table.rows) {
            text += "<tr>"_L1;
            for (qsizetype i = 0; i < row.size(); ++i) {
                const bool heads = i == 0;
                text += (heads ? "<th scope=\"row\" dir=\"auto\">"_L1 : "<td dir=\"auto\">"_L1) + escaped(row.at(i))
                        + (heads ? "</th>"_L1 : "</td>"_L1);
            }
            text += "</tr>\n"_L1;
        }
        text += "</tbody></table></div>\n"_L1;
    }

    void write(const Bullets &bullets)
    {
        const QLatin1StringView tag = bullets.numbered ? "ol"_L1 : "ul"_L1;
        text += u'<' + tag + ">\n"_L1;
        for (const QString &item : bullets.items)
            text += "<li dir=\"auto\">"_L1 + escaped(item) + "</li>\n"_L1;
        text += "</"_L1 + tag + ">\n"_L1;
    }

    void write(const Tree &tree)
    {
        text += "<div class=\"tree\">\n"_L1;
        nodes(tree.roots, 0);
        text += "</div>\n"_L1;
    }

    void nodes(const QList<TreeNode> &list, int depth)
    {
        text += depth > deepestIndent ? "<ul class=\"deep\">\n"_L1 : "<ul>\n"_L1;
        for (const TreeNode &node : list) {
            text += "<li><span class=\"truth\">"_L1 + escaped(node.truth) + ":</span> <span dir=\"auto\">"_L1
                    + escaped(node.text) + "</span>"_L1;
            if (!node.detail.isEmpty())
                text += " <span class=\"quiet\" dir=\"auto\">("_L1 + escaped(node.detail) + ")</span>"_L1;
            if (!node.children.isEmpty()) {
                text += u'\n';
                nodes(node.children, depth + 1);
            }
            text += "</li>\n"_L1;
        }
        text += "</ul>\n"_L1;
    }

    void write(const Fields &fields)
    {
        for (const auto &row : fields.rows) {
            text += "<div class=\"fields\">"_L1;
            for (const Fields::Field &field : row) {
                text += (field.value.isEmpty() && field.lines > 1 ? "<div class=\"field tall\"><small>"_L1
                                                                  : "<div class=\"field\"><small>"_L1)
                        + escaped(field.label);
                if (!field.help.isEmpty())
                    text += " – "_L1 + escaped(field.help);
                text += "</small><span dir=\"auto\">"_L1 + escaped(field.value) + "</span></div>"_L1;
            }
            text += "</div>\n"_L1;
        }
    }
};

} // namespace

bool writeHtml(const Report &report, QIODevice &device)
{
    Page page;
    page.text =
        "<!DOCTYPE html>\n<html lang=\""_L1 + report.language.toHtmlEscaped() + "\""_L1
        + (report.rightToLeft ? " dir=\"rtl\""_L1 : ""_L1) + ">\n<head>\n<meta charset=\"utf-8\">\n"_L1
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_L1
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"_L1
        + "<meta name=\"generator\" content=\""_L1 + escaped(report.producer) + "\">\n<title>"_L1
        + escaped(report.title) + "</title>\n<style>"_L1 + style
        + "</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">"_L1 + escaped(report.title)
        + "</h1>\n<p class=\"quiet\">"_L1
        + escaped(Words::tr("Reference %1; fingerprint %2").arg(report.reference, report.fingerprint.first(8)))
        + "</p>\n</header>\n<main>\n"_L1;
    const QList<Section> front = report.fronts.value(0);
    for (qsizetype i = 0; i < front.size(); ++i)
        page.section(front.at(i), QString::number(i + 1), 2);
    page.text += "<div class=\"annexes\">\n"_L1;
    for (qsizetype i = 0; i < report.annexes.size(); ++i)
        page.section(
            report.annexes.at(i),
            report.lettered ? Words::tr("Annex %1:").arg(annexLetter(i)) : QString(QString::number(i + 1) + u'.'), 2);
    page.text += "</div>\n</main>\n</body>\n</html>\n"_L1;
    const QByteArray bytes = page.text.toUtf8();
    return device.write(bytes) == bytes.size();
}

} // namespace clearway::report
