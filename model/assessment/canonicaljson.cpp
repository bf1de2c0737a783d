// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assessment/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace clearway::assessment {

namespace {

void writeString(QByteArray &out, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    out.append('"');
    for (const char byte : utf8) {
        switch (byte) {
        case '"': out.append("\\\""); break;
        case '\\': out.append("\\\\"); break;
        case '\b': out.append("\\b"); break;
        case '\t': out.append("\\t"); break;
        case '\n': out.append("\\n"); break;
        case '\f': out.append("\\f"); break;
        case '\r': out.append("\\r"); break;
        default:
            if (static_cast<unsigned char>(byte) < 0x20) {
                constexpr char digits[] = "0123456789abcdef";
                out.append("\\u00").append(digits[(byte >> 4) & 0xf]).append(digits[byte & 0xf]);
            } else {
                out.append(byte);
            }
        }
    }
    out.append('"');
}

// ECMAScript's Number::toString: the shortest digits that read back as the same double, laid out by its magnitude.
void writeNumber(QByteArray &out, double number)
{
    if (!std::isfinite(number)) {
        out.append("null");
        return;
    }
    if (number == 0) {
        out.append('0');
        return;
    }
    if (number < 0) {
        out.append('-');
        number = -number;
    }
    std::array<char, 40> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
    const QByteArray text(buffer.data(), written.ptr - buffer.data());
    const qsizetype e = text.indexOf('e');
    QByteArray digits = text.left(e);
    digits.replace(".", "");
    const int point = text.mid(e + 1).toInt() + 1; // the decimal point stands after so many digits
    const int count = static_cast<int>(digits.size());
    if (count <= point && point <= 21)
        out.append(digits).append(QByteArray(point - count, '0'));
    else if (0 < point && point <= 21)
        out.append(digits.left(point)).append('.').append(digits.mid(point));
    else if (-6 < point && point <= 0)
        out.append("0.").append(QByteArray(-point, '0')).append(digits);
    else {
        out.append(digits.left(1));
        if (count > 1)
            out.append('.').append(digits.mid(1));
        out.append(point - 1 < 0 ? "e-" : "e+").append(QByteArray::number(std::abs(point - 1)));
    }
}

void write(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool: out.append(value.toBool() ? "true" : "false"); break;
    case QJsonValue::Double: writeNumber(out, value.toDouble()); break;
    case QJsonValue::String: writeString(out, value.toString()); break;
    case QJsonValue::Array: {
        out.append('[');
        bool first = true;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &element : array) {
            if (!first)
                out.append(',');
            first = false;
            write(out, element);
        }
        out.append(']');
        break;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList keys = object.keys();
        std::ranges::sort(keys, [](const QString &a, const QString &b) {
            return std::u16string_view(QStringView(a)) < std::u16string_view(QStringView(b));
        });
        out.append('{');
        bool first = true;
        for (const QString &key : std::as_const(keys)) {
            if (!first)
                out.append(',');
            first = false;
            writeString(out, key);
            out.append(':');
            write(out, object.value(key));
        }
        out.append('}');
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined: out.append("null"); break;
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    write(out, value);
    return out;
}

QString sha256Hex(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace clearway::assessment
