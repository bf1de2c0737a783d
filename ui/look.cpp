// SPDX-FileCopyrightText: 2026 Clearway contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QPainter>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleHints>
#include <QStyleOption>
#include <QSvgRenderer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace clearway::ui {

using reasoning::Outcome;

static QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * share + b.redF() * (1 - share)),
                            static_cast<float>(a.greenF() * share + b.greenF() * (1 - share)),
                            static_cast<float>(a.blueF() * share + b.blueF() * (1 - share)));
}

namespace {

// Fusion draws the outline of an unticked box or button darker than the window, which on a dark one cannot be seen.
class PlainIndicators final : public QProxyStyle {
public:
    PlainIndicators()
        : QProxyStyle(u"Fusion"_s)
    {}
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        if ((element != PE_IndicatorRadioButton && element != PE_IndicatorCheckBox) || !isDark(option->palette)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        const bool on = option->state.testFlag(State_On);
        const bool enabled = option->state.testFlag(State_Enabled);
        const QColor line = on ? option->palette.color(QPalette::Highlight) : mutedColor(option->palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(enabled ? 1 : 0.5);
        painter->setPen(QPen(line, 1.4));
        painter->setBrush(option->palette.color(QPalette::Base));
        const QRectF box = QRectF(option->rect).adjusted(1.2, 1.2, -1.2, -1.2);
        if (element == PE_IndicatorRadioButton)
            painter->drawEllipse(box);
        else
            painter->drawRoundedRect(box, 2, 2);
        if (on && element == PE_IndicatorRadioButton) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(line);
            painter->drawEllipse(box.adjusted(3, 3, -3, -3));
        } else if (on) {
            painter->setPen(QPen(line, 2));
            painter->drawPolyline(
                QPolygonF({QPointF(box.left() + box.width() * 0.2, box.center().y()),
                           QPointF(box.left() + box.width() * 0.42, box.bottom() - box.height() * 0.22),
                           QPointF(box.right() - box.width() * 0.18, box.top() + box.height() * 0.22)}));
        }
        painter->restore();
    }
};

} // namespace

void applyTheme(QApplication &application, Theme theme)
{
    if (theme != Theme::System || QApplication::style()->name().compare("fusion"_L1, Qt::CaseInsensitive) == 0)
        QApplication::setStyle(new PlainIndicators);
    if (theme == Theme::System)
        return;
    const bool dark = theme == Theme::Dark;
    application.styleHints()->setColorScheme(dark ? Qt::ColorScheme::Dark : Qt::ColorScheme::Light);
    QPalette palette;
    const QColor window = dark ? QColor(0x20, 0x22, 0x25) : QColor(0xf6, 0xf6, 0xf4);
    const QColor base = dark ? QColor(0x2a, 0x2d, 0x31) : QColor(0xff, 0xff, 0xff);
    const QColor text = dark ? QColor(0xe9, 0xe9, 0xe6) : QColor(0x1c, 0x1e, 0x21);
    const QColor button = dark ? QColor(0x36, 0x3a, 0x3f) : QColor(0xec, 0xec, 0xe9);
    const QColor accent = dark ? QColor(0x6e, 0xa8, 0xdc) : QColor(0x1f, 0x5f, 0x99);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, mixed(base, window, 0.5));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, dark ? Qt::black : Qt::white);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, mixed(text, base, 0.62));
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, dark ? QColor(0x10, 0x12, 0x14) : QColor(0xff, 0xff, 0xff));
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Accent, accent);
    palette.setColor(QPalette::Light, mixed(button, Qt::white, dark ? 0.85 : 0.4));
    palette.setColor(QPalette::Midlight, mixed(button, Qt::white, dark ? 0.92 : 0.6));
    palette.setColor(QPalette::Mid, mixed(button, Qt::black, 0.75));
    palette.setColor(QPalette::Dark, mixed(button, Qt::black, 0.6));
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mixed(text, window, 0.5));
    QApplication::setPalette(palette);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5f;
}

QColor mutedColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Active, QPalette::WindowText), palette.color(QPalette::Window), 0.72);
}

QColor panelColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Base), palette.color(QPalette::Window), isDark(palette) ? 0.6 : 0.85);
}

QColor outcomeColor(Outcome outcome, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (outcome) {
    case Outcome::StopAndRefer: return dark ? QColor(0xf0, 0x7a, 0x6f) : QColor(0xa3, 0x1f, 0x1f);
    case Outcome::PermitLikelyRequired:
    case Outcome::ApprovalLikelyRequired: return dark ? QColor(0xe8, 0xa0, 0x4c) : QColor(0x96, 0x50, 0x00);
    case Outcome::AdviceNeeded:
    case Outcome::Notify: return dark ? QColor(0xb9, 0x9a, 0xe0) : QColor(0x63, 0x3f, 0x99);
    case Outcome::CoveredByPermit:
    case Outcome::PermitUnlikely: return dark ? QColor(0x6e, 0xa8, 0xdc) : QColor(0x1f, 0x5f, 0x99);
    case Outcome::NotControlled: break;
    }
    return dark ? QColor(0x86, 0xb4, 0xa8) : QColor(0x2b, 0x66, 0x5a);
}

QPixmap picture(const QString &name, const QColor &color, const QSize &size, qreal devicePixelRatio)
{
    QFile file(u":/clearway/icons/"_s + name + u".svg"_s);
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(size)));
    return pixmap;
}

QIcon icon(const QString &name, const QColor &color)
{
    QIcon result;
    for (const int side : {16, 24, 32, 48})
        for (const int ratio : {1, 2})
            result.addPixmap(picture(name, color, QSize(side, side), ratio));
    return result;
}

QString outcomePicture(Outcome outcome)
{
    switch (outcome) {
    case Outcome::StopAndRefer: return u"stop"_s;
    case Outcome::PermitLikelyRequired: return u"permit"_s;
    case Outcome::ApprovalLikelyRequired: return u"approval"_s;
    case Outcome::AdviceNeeded: return u"advice"_s;
    case Outcome::Notify: return u"notify"_s;
    case Outcome::CoveredByPermit: return u"covered"_s;
    case Outcome::PermitUnlikely: return u"unlikely"_s;
    case Outcome::NotControlled: break;
    }
    return u"outside"_s;
}

Text::Text(const QString &text, Kind kind, QWidget *parent)
    : QLabel(text, parent)
    , m_kind(kind)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    dress();
}

QSize Text::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    if (!wordWrap() || text().isEmpty())
        return hint;
    const QMargins margins = contentsMargins();
    return {hint.width(), std::min(hint.height(), fontMetrics().lineSpacing() + margins.top() + margins.bottom())};
}

void Text::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (!m_dressing
        && (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange
            || event->type() == QEvent::ApplicationFontChange))
        dress();
}

void Text::dress()
{
    m_dressing = true;
    QFont font = QApplication::font();
    const qreal size = font.pointSizeF() > 0 ? font.pointSizeF() : 10;
    if (m_kind == Title) {
        font.setPointSizeF(size * 1.7);
        font.setWeight(QFont::DemiBold);
    } else if (m_kind == Heading) {
        font.setPointSizeF(size * 1.25);
        font.setWeight(QFont::DemiBold);
    } else if (m_kind == Strong) {
        font.setWeight(QFont::DemiBold);
    }
    if (m_kind != Body && m_kind != Muted)
        setFont(font);
    if (m_kind == Muted) {
        QPalette own;
        own.setColor(QPalette::WindowText, mutedColor(QApplication::palette()));
        setPalette(own);
    }
    m_dressing = false;
}

Panel::Panel(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void Panel::setBar(const QColor &color)
{
    m_bar = color;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setBrush(panelColor(palette()));
    painter.setPen(mixed(palette().color(QPalette::WindowText), palette().color(QPalette::Window), 0.2));
    painter.drawRoundedRect(area, 6, 6);
    if (m_bar.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_bar);
        const qreal width = 6;
        const qreal left = layoutDirection() == Qt::RightToLeft ? area.right() - width : area.left();
        painter.drawRoundedRect(QRectF(left, area.top(), width, area.height()), 3, 3);
    }
}

Folded::Folded(const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
    , m_content(content)
{
    m_button->setText(title);
    m_button->setAccessibleName(title);
    m_button->setCheckable(true);
    m_button->setAutoRaise(true);
    m_button->setArrowType(Qt::RightArrow);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_button->setObjectName(u"fold"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_button, 0, Qt::AlignLeading | Qt::AlignLeft);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(22, 0, 0, 0);
    inset->addWidget(content);
    layout->addLayout(inset);
    content->setVisible(false);
    connect(m_button, &QToolButton::toggled, this, [this](bool open) {
        m_button->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        m_content->setVisible(open);
        Q_EMIT toggled(open);
    });
}

void Folded::setOpen(bool open)
{
    m_button->setChecked(open);
}

bool Folded::isOpen() const
{
    return m_button->isChecked();
}

void announce(QWidget *about, const QString &message)
{
    QAccessibleAnnouncementEvent event(about, message);
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

} // namespace clearway::ui
