// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layout_rules.h"

#include <QDir>
#include <QLibraryInfo>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace clearway::tests {

namespace {

constexpr int longestFile = 800;

const QStringList layers{u"catalogue"_s, u"model"_s, u"ui"_s, u"app"_s};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// Reads C++ from its beginning to its end, once.
class Scanner {
public:
    explicit Scanner(const QString &source)
        : m_source(source)
    {}

    Scanned run()
    {
        bool lineBegins = true; // nothing but space since the line's start
        while (m_at < m_source.size()) {
            const QChar c = m_source.at(m_at);
            if (c == u'\n') {
                step();
                lineBegins = true;
                continue;
            }
            if (c.isSpace()) {
                step();
                continue;
            }
            if (ahead(u"//")) {
                skipTo(u"\n"_s);
            } else if (ahead(u"/*")) {
                step(2);
                skipTo(u"*/"_s);
                step(2);
            } else if (c == u'#' && lineBegins) {
                directive();
            } else if (c == u'"') {
                const int line = m_line;
                m_found.literals.append({isRaw() ? raw() : quoted(), line});
            } else if (c == u'\'') {
                quoted();
            } else {
                word();
            }
            lineBegins = false;
        }
        return std::move(m_found);
    }

private:
    bool ahead(QStringView text) const { return QStringView(m_source).sliced(m_at).startsWith(text); }

    void step(qsizetype count = 1)
    {
        for (; count > 0 && m_at < m_source.size(); --count, ++m_at) {
            if (m_source.at(m_at) == u'\n') {
                ++m_line;
            }
        }
    }

    void skipTo(const QString &end)
    {
        const qsizetype found = m_source.indexOf(end, m_at);
        step((found < 0 ? m_source.size() : found) - m_at);
    }

    /// One word, number (1'000 is one) or sign.
    void word()
    {
        const qsizetype start = m_at;
        const bool isNumber = m_source.at(m_at).isDigit();
        do {
            step();
        } while (m_at < m_source.size()
                 && (isWordCharacter(m_source.at(m_at)) || (isNumber && m_source.at(m_at) == u'\''))
                 && isWordCharacter(m_source.at(start)));
        m_word = m_source.sliced(start, m_at - start);
    }

    /// Whether the quote here belongs to R"(…)", u8R"(…)", …
    bool isRaw() const
    {
        static const QStringList prefixes{u"R"_s, u"uR"_s, u"u8R"_s, u"UR"_s, u"LR"_s};
        return m_at > 0 && m_source.at(m_at - 1) == u'R' && prefixes.contains(m_word);
    }

    QString raw()
    {
        step();
        const qsizetype open = m_source.indexOf(u'(', m_at);
        if (open < 0) {
            skipTo(u"\n"_s);
            return {};
        }
        const QString end = u')' + m_source.sliced(m_at, open - m_at) + u'"';
        step(open + 1 - m_at);
        const qsizetype start = m_at;
        skipTo(end);
        const QString text = m_source.sliced(start, m_at - start);
        step(end.size());
        return text;
    }

    QString quoted()
    {
        const QChar quote = m_source.at(m_at);
        step();
        QString text;
        while (m_at < m_source.size() && m_source.at(m_at) != quote && m_source.at(m_at) != u'\n') {
            if (m_source.at(m_at) == u'\\' && m_at + 1 < m_source.size()) {
                step();
                const QChar escaped = m_source.at(m_at);
                text += escaped == u'n' || escaped == u't' || escaped == u'\n' ? QChar(u' ') : escaped;
            } else {
                text += m_source.at(m_at);
            }
            step();
        }
        if (m_at < m_source.size() && m_source.at(m_at) == quote) {
            step();
        }
        return text;
    }

    void directive()
    {
        static const QRegularExpression include(uR"(^#\s*include\s*("[^"]*"|<[^>]*>))"_s);
        const qsizetype lineEnd = m_source.indexOf(u'\n', m_at);
        const QString line = m_source.sliced(m_at, (lineEnd < 0 ? m_source.size() : lineEnd) - m_at);
        if (const auto match = include.match(line); match.hasMatch()) {
            m_found.includes.append({match.captured(1), m_line});
            step(line.size());
        } else {
            step(); // the strings of a #define are read like any other
        }
    }

    const QString &m_source;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_word;
    Scanned m_found;
};

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.size() > 2 ? parts.at(0) + u'/' + parts.at(1) : parts.at(0);
}

bool maySpeakSql(const QString &path)
{
    return path.startsWith(u"catalogue/store/") || path.startsWith(u"catalogue/compiler/")
           || path.startsWith(u"model/register/") || path.startsWith(u"model/official/");
}

QString wrongArrow(const QString &path, const QString &included)
{
    const qsizetype from = layers.indexOf(path.section(u'/', 0, 0));
    const qsizetype to = layers.indexOf(included.section(u'/', 0, 0));
    if (to > from) {
        return u"%1 must not include %2: app -> ui -> model -> catalogue"_s.arg(layers.at(from), included);
    }
    static const QHash<QString, QStringList> withinCatalogue{
        {u"catalogue/language"_s, {u"catalogue/language"_s}},
        {u"catalogue/store"_s, {u"catalogue/store"_s, u"catalogue/language"_s}},
        {u"catalogue/compiler"_s, {u"catalogue/compiler"_s, u"catalogue/store"_s, u"catalogue/language"_s}},
    };
    if (const auto allowed = withinCatalogue.constFind(roomOf(path));
        to == 0 && allowed != withinCatalogue.cend() && !allowed->contains(roomOf(included))) {
        return u"%1 must not include %2: compiler -> store -> language"_s.arg(roomOf(path), included);
    }
    return {};
}

QString forbiddenLibrary(const QString &path, const QString &header, const QtHeaders &qt)
{
    const QString name = header.section(u'/', -1);
    const QString module = header.contains(u'/') ? header.section(u'/', 0, 0) : QString();
    const bool isWidgets = module == u"QtWidgets" || header == u"QtWidgets" || qt.widgets.contains(name);
    const bool isGui = module == u"QtGui" || header == u"QtGui" || qt.gui.contains(name);
    if (isWidgets && (path.startsWith(u"catalogue/") || path.startsWith(u"model/"))) {
        return u"<%1> is of Qt Widgets: catalogue and model have no widgets"_s.arg(header);
    }
    if ((isWidgets || isGui) && path.startsWith(u"ui/models/")) {
        return u"<%1> is of Qt GUI or Widgets: ui/models stands on Qt Core alone"_s.arg(header);
    }
    const bool isSql = module == u"QtSql" || name.startsWith(u"QSql") || name == u"QtSql" || name == u"sqlite3.h"
                       || name == u"libpq-fe.h";
    if (isSql && !maySpeakSql(path)) {
        return u"<%1>: SQL stands in catalogue/store, catalogue/compiler, model/register and model/official alone"_s
            .arg(header);
    }
    return {};
}

QStringList wrongWords(const QString &path, const QString &literal)
{
    static const QRegularExpression sql(
        uR"(\b(SELECT\s|INSERT\s+(INTO|OR)\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|PRAGMA\s|(CREATE|DROP|ALTER)\s+((UNIQUE|VIRTUAL|TEMP|TEMPORARY)\s+)?(TABLE|INDEX|VIEW|TRIGGER)\b))"_s);
    // "s 10(1)", "ss 10", "s. 14A", "section 14A", "reg 13E", "§ 58"; not "3 s", "it's 10" or "section 5".
    static const QRegularExpression section(
        uR"((?<![\w%'’.-])(?<![0-9] )(ss?\.?[ \x{a0}]\d+|[Ss]ections?[ \x{a0}]\d+([A-Z]+\b|\()|[Rr]eg(ulation)?s?\.?[ \x{a0}]\d+|§+[ \x{a0}]?\d))"_s);
    // "5A002", "5A002.a", "ML21"
    static const QRegularExpression entry(uR"(\b([0-9][A-E][0-9]{3}|ML[0-9]{1,2})\b)"_s);

    QStringList found;
    const auto look = [&](const QRegularExpression &pattern, const QString &why) {
        if (const auto match = pattern.match(literal); match.hasMatch()) {
            found.append(u"\"%1\" in a string: %2"_s.arg(match.captured().trimmed(), why));
        }
    };
    if (!maySpeakSql(path)) {
        look(sql, u"SQL stands in catalogue/store, catalogue/compiler, model/register and model/official alone"_s);
    }
    // The compiler may show what a code looks like when one is wrong.
    if (!path.startsWith(u"catalogue/")) {
        look(section, u"section numbers come from the catalogue"_s);
        look(entry, u"entry codes come from the catalogue"_s);
    }
    return found;
}

} // namespace

Scanned scan(const QString &source)
{
    return Scanner(source).run();
}

QtHeaders QtHeaders::installed()
{
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    const auto names = [&](const QString &module) {
        const QStringList files = QDir(headers.filePath(module)).entryList(QDir::Files);
        return QSet<QString>(files.cbegin(), files.cend());
    };
    return {.widgets = names(u"QtWidgets"_s), .gui = names(u"QtGui"_s)};
}

QStringList complaints(const QString &path, const QString &text, const QtHeaders &qt)
{
    QStringList found;
    const auto complain = [&](int line, const QString &what) {
        if (!what.isEmpty()) {
            found.append(u"line %1: %2"_s.arg(line).arg(what));
        }
    };

    // How long a file of data is, the data decide: entries, units, schemas.
    const qsizetype lines = text.count(u'\n') + (text.isEmpty() || text.endsWith(u'\n') ? 0 : 1);
    if (lines > longestFile && !path.endsWith(u".yaml") && !path.endsWith(u".json")) {
        complain(int(lines), u"more than %1 lines: make two files of it"_s.arg(longestFile));
    }
    if (!path.endsWith(u".cpp") && !path.endsWith(u".h")) {
        return found;
    }

    // REUSE-IgnoreStart
    const QString head = text.section(u'\n', 0, 4);
    if (!head.contains(u"// SPDX-FileCopyrightText: ")) {
        complain(1, u"no line \"// SPDX-FileCopyrightText: …\" at the top"_s);
    }
    if (!head.contains(u"// SPDX-License-Identifier: GPL-3.0-or-later\n")) {
        complain(1, u"no line \"// SPDX-License-Identifier: GPL-3.0-or-later\" at the top"_s);
    }
    // REUSE-IgnoreEnd

    const Scanned scanned = scan(text);
    for (const auto &[include, line] : scanned.includes) {
        const QString header = include.sliced(1, include.size() - 2);
        if (header.contains(u"../")) {
            complain(line, u"%1: includes are written from the top folder"_s.arg(include));
        } else if (layers.contains(header.section(u'/', 0, 0))) {
            complain(line, wrongArrow(path, header));
        } else {
            complain(line, forbiddenLibrary(path, header, qt));
        }
    }
    for (const auto &[literal, line] : scanned.literals) {
        for (const QString &what : wrongWords(path, literal)) {
            complain(line, what);
        }
    }
    return found;
}

} // namespace clearway::tests
