//! Pieces that stand on many pages: icons, the ring, buttons, the line to the server.

use fast_qr::qr::QRBuilder;
use kernel::ids::TableNumber;
use kernel::role::Role;
use kernel::step::Mode;
use kernel::time::Seconds;
use maud::{Markup, PreEscaped, html};
use meeting::goals::GoalResult;
use meeting::screens::{ClockCard, ClockState, MemberCard, NowCard, TableStatus};

use crate::shell::frame::Frame;
use crate::shell::time;

/// Returns an icon of the sprite. Always beside a word, so it is hidden from those who listen.
pub(crate) fn icon(f: &Frame<'_>, name: &str) -> Markup {
    html! {
        svg class="sl-icon" aria-hidden="true" {
            use href=(format!("{}#i-{name}", f.assets.url("icons.svg"))) {}
        }
    }
}

/// Returns the brand's mark, the loop.
pub(crate) fn loop_mark() -> Markup {
    html! {
        svg viewBox="0 0 44 24" aria-hidden="true" {
            path d="M22 12C18 5 14 3 10 3a9 9 0 0 0 0 18c4 0 8-2 12-9" {}
            path d="M22 12c4-7 8-9 12-9a9 9 0 0 1 9 9" {}
            path d="M43 12a9 9 0 0 1-9 9c-4 0-8-2-12-9" {}
        }
    }
}

/// Returns what people do in the step that runs: what the planner wrote, or the tool's words.
pub(crate) fn sentence(f: &Frame<'_>, now: &NowCard) -> String {
    match now.says.as_str() {
        "" => f.t(&format!("{}-{}", now.tool, now.step)),
        says => says.to_owned(),
    }
}

pub(crate) fn role_icon(role: Role) -> &'static str {
    match role {
        Role::Chair => "ordstyrer",
        Role::Timekeeper => "tidtaker",
        Role::Reporter => "reporter",
        Role::FocusKeeper => "viddevakt",
        Role::CafeHost => "cafe-host",
    }
}

pub(crate) fn role_name(f: &Frame<'_>, role: Role) -> String {
    f.t(&format!("role-{}", role.key()))
}

/// Returns the colour of a way of sitting: one meaning each, on every screen.
pub(crate) fn mode_colour(mode: Mode) -> &'static str {
    match mode {
        Mode::Alone => "lyng",
        Mode::Pair | Mode::Trio | Mode::Group => "fjord",
        Mode::Plenary | Mode::Input => "mose",
        Mode::Break => "neutral",
    }
}

pub(crate) fn mode_icon(mode: Mode) -> &'static str {
    match mode {
        Mode::Alone => "person",
        Mode::Pair | Mode::Trio | Mode::Group => "group",
        Mode::Plenary | Mode::Input => "plenary",
        Mode::Break => "pause",
    }
}

pub(crate) fn status_icon(status: TableStatus) -> &'static str {
    match status {
        TableStatus::Finding => "place",
        TableStatus::Ready => "ready",
        TableStatus::Talking => "talk",
        TableStatus::Writing => "write",
        TableStatus::Delivered => "done-fill",
        TableStatus::AsksForHelp => "hand",
    }
}

pub(crate) fn status_name(f: &Frame<'_>, status: TableStatus) -> String {
    let key = match status {
        TableStatus::Finding => "table-finding",
        TableStatus::Ready => "table-ready",
        TableStatus::Talking => "table-talking",
        TableStatus::Writing => "table-writing",
        TableStatus::Delivered => "table-delivered",
        TableStatus::AsksForHelp => "table-asks-for-help",
    };
    f.t(key)
}

/// Returns the value of `data-state` that the stylesheet knows, where it knows one.
pub(crate) fn status_state(status: TableStatus) -> Option<&'static str> {
    match status {
        TableStatus::Delivered => Some("delivered"),
        TableStatus::AsksForHelp => Some("help"),
        TableStatus::Finding | TableStatus::Ready | TableStatus::Talking | TableStatus::Writing => {
            None
        }
    }
}

/// Returns a person with the icons and names of the roles they hold.
pub(crate) fn member(f: &Frame<'_>, member: &MemberCard) -> Markup {
    html! {
        (member.name)
        @if member.is_me { " (" (f.t("you")) ")" }
        @for role in &member.roles {
            " " (icon(f, role_icon(*role)))
            span class="ds-sr-only" { ", " (role_name(f, *role)) }
        }
    }
}

/// Returns the ring of a clock. The client draws the rest each second; without it, the ring
/// shows when the time is out.
pub(crate) fn ring(f: &Frame<'_>, clock: ClockCard, is_big: bool) -> Markup {
    let ends = clock.until.map(|until| until.0);
    let left = left(f, clock);
    let state = match clock.state {
        ClockState::Waiting => "waiting",
        ClockState::Running => "running",
        ClockState::Paused => "paused",
    };
    let label = f.with("clock-label", &[("min", "{min}".into()), ("sec", "{sec}".into())]);
    let over = f.with("clock-over", &[("min", "{min}".into()), ("sec", "{sec}".into())]);
    let now = f.with(
        "clock-label",
        &[("min", i64::from(left.0 / 60).into()), ("sec", i64::from(left.0 % 60).into())],
    );
    html! {
        sl-clock role="timer" aria-live="off" aria-label=(now) data-ends=[ends]
            data-total=(millis(clock.total)) data-left=(millis(clock.left)) data-state=(state)
            data-label=(label) data-label-over=(over) data-say-5=(f.n("clock-say", 5))
            data-say-1=(f.n("clock-say", 1)) data-say-0=(f.t("time-up")) {
            @if is_big { (dial(f, clock, left, [560, 252, 34, 150, 36])) }
            @else { (dial(f, clock, left, [132, 57, 11, 35, 13])) }
        }
    }
}

fn left(f: &Frame<'_>, clock: ClockCard) -> Seconds {
    clock.until.map_or(clock.left, |until| until.left_at(f.now))
}

fn millis(length: Seconds) -> i64 {
    i64::from(length.0) * 1000
}

/// `[side, radius, stroke, size of the time, size of the line below]`.
fn dial(f: &Frame<'_>, clock: ClockCard, left: Seconds, sizes: [u32; 5]) -> Markup {
    let [side, radius, stroke, big, small] = sizes;
    let middle = side / 2;
    let below = middle + big / 5 + small + small / 2;
    let running = match clock.until {
        Some(until) if side > 200 => f.with("time-ends", &[("time", time::clock(until).into())]),
        Some(_) | None => f.t("time-left"),
    };
    html! {
        svg class="sl-ring" viewBox=(format!("0 0 {side} {side}")) aria-hidden="true" {
            circle class="track" cx=(middle) cy=(middle) r=(radius) stroke-width=(stroke) {}
            circle class="left" cx=(middle) cy=(middle) r=(radius) stroke-width=(stroke)
                pathLength="100" {}
            text x=(middle) y=(middle + big / 4) text-anchor="middle" font-size=(big)
                data-clock-text { (time::countdown(left)) }
            @for (phase, text) in [
                ("running", running),
                ("paused", f.t("clock-paused")),
                ("waiting", f.t("clock-waiting")),
                ("over", f.t("time-up")),
            ] {
                text class="sub" data-only=(phase) x=(middle) y=(below) text-anchor="middle"
                    font-size=(small) { (text) }
            }
        }
    }
}

/// Returns the sign of the line to the server. The client fills it; until then it is hidden.
pub(crate) fn connection(f: &Frame<'_>) -> Markup {
    html! {
        span class="sl-status quiet" data-connection hidden data-online=(f.t("conn-online"))
            data-reconnecting=(f.t("conn-reconnecting")) data-offline=(f.t("conn-offline"))
            data-over=(f.t("conn-over")) data-ended=(f.t("conn-ended")) {
            span data-connection-text {}
        }
    }
}

/// Returns the two parts of the client that carry wishes and news, outside what is sent again.
pub(crate) fn lines(f: &Frame<'_>, viewer: &str) -> Markup {
    stream(f, &f.at(&format!("live?as={viewer}")))
}

/// The same for any stream of parts.
pub(crate) fn stream(f: &Frame<'_>, live: &str) -> Markup {
    let time = [("time", "{time}".into())];
    let many = f.with("outbox-waiting-many", &[("count", "{n}".into())]);
    html! {
        sl-live src=(live) data-seq=(f.seq) {}
        p data-offline-strip { (f.t("outbox-from-store")) }
        sl-outbox data-own role="region" aria-label=(f.t("outbox-name"))
            data-saved=(f.with("save-saved-at", &time)) data-saving=(f.t("save-saving"))
            data-unsent=(f.t("outbox-unsent")) data-refused=(f.t("outbox-refused"))
            data-changed=(f.t("outbox-changed")) data-waiting-one=(f.t("outbox-waiting-one"))
            data-waiting-many=(many) data-not-stored=(f.t("outbox-not-stored"))
            data-rejoin=(f.t("outbox-rejoin"))
            data-rejoin-link=(f.t("outbox-rejoin-link"))
            data-rejoin-href=(format!("/m/{}", f.code)) data-yours=(f.t("outbox-yours"))
            data-theirs=(f.t("outbox-theirs")) data-keep-mine=(f.t("outbox-keep-mine"))
            data-keep-theirs=(f.t("outbox-keep-theirs")) data-keep-both=(f.t("outbox-keep-both"))
            data-copy=(f.t("copy-text")) data-copied=(f.t("copied"))
            data-again=(f.t("outbox-again")) data-discard=(f.t("outbox-discard"))
            data-kept=(f.t("outbox-kept")) data-kept-sending=(f.t("outbox-kept-sending")) {}
    }
}

/// Returns the red thread's first card: what was agreed on last time.
pub(crate) fn opening(f: &Frame<'_>, lines: &[String]) -> Markup {
    html! {
        @if !lines.is_empty() {
            section class="ph-carry" aria-labelledby="opening-title" {
                h2 class="sl-kicker" id="opening-title" { (f.t("opening-title")) }
                ul { @for line in lines { li { (line) } } }
            }
        }
    }
}

/// Returns how the goals were answered, a goal and its counts in each row.
pub(crate) fn goal_results(f: &Frame<'_>, results: &[GoalResult]) -> Markup {
    let number = |many: usize| i64::try_from(many).unwrap_or(i64::MAX).into();
    html! {
        ul class="sl-plain" {
            @for it in results {
                li { (it.goal) ": " strong class="sl-num" { (f.with("goal-counts", &[
                    ("reached", number(it.count.reached)),
                    ("partly", number(it.count.partly)),
                    ("notyet", number(it.count.not_yet)),
                ])) } }
            }
        }
    }
}

/// Returns the line for a browser that runs no script.
pub(crate) fn refresh(f: &Frame<'_>) -> Markup {
    html! {
        noscript {
            p { (f.t("no-script")) " " a class="ds-link" href=(f.path) { (f.t("refresh")) } }
        }
    }
}

/// A form that is one button.
pub(crate) struct Press<'a> {
    pub id: &'a str,
    pub action: &'a str,
    /// Hidden values.
    pub values: &'a [(&'a str, String)],
    pub icon: &'a str,
    pub label: &'a str,
    pub variant: &'a str,
    /// Whether the button is a switch, and which way it stands.
    pub pressed: Option<bool>,
    pub key: Option<&'a str>,
    /// What a screen reader is told besides the label.
    pub of: Option<&'a str>,
    /// The answer is a page, so the form is sent as any other and not by the outbox.
    pub is_plain: bool,
}

impl<'a> Press<'a> {
    pub(crate) fn new(id: &'a str, action: &'a str, icon: &'a str, label: &'a str) -> Press<'a> {
        Press {
            id,
            action,
            values: &[],
            icon,
            label,
            variant: "secondary",
            pressed: None,
            of: None,
            key: None,
            is_plain: false,
        }
    }

    pub(crate) fn form(&self, f: &Frame<'_>) -> Markup {
        html! {
            form class="sl-press" id=(self.id) method="post" action=(self.action)
                data-outbox[!self.is_plain] {
                @for (name, value) in self.values {
                    input type="hidden" name=(name) value=(value);
                }
                button class="ds-button" data-variant=(self.variant) data-key=[self.key]
                    aria-pressed=[self.pressed.map(|it| it.to_string())] {
                    @if !self.icon.is_empty() { (icon(f, self.icon)) }
                    (self.label)
                    @if let Some(of) = self.of { span class="ds-sr-only" { " «" (of) "»" } }
                    @if let Some(key) = self.key {
                        " " kbd aria-hidden="true" { (key.split(' ').next().unwrap_or(key)) }
                    }
                }
            }
        }
    }
}

/// Returns a labelled line to write on, inside a form.
pub(crate) fn input(id: &str, name: &str, label: &str, kind: &str, value: &str) -> Markup {
    html! {
        ds-field class="ds-field" {
            label class="ds-label" for=(id) { (label) }
            input class="ds-input" id=(id) name=(name) type=(kind) value=(value)
                autocomplete="off";
        }
    }
}

/// Returns a QR code as an SVG of its own, black on white.
pub(crate) fn qr(text: &str, label: &str) -> Markup {
    let Ok(code) = QRBuilder::new(text.as_bytes()).build() else { return html! {} };
    let mut path = String::new();
    for row in 0..code.size {
        for column in 0..code.size {
            if code[row][column].value() {
                path.push_str(&format_square(column, row));
            }
        }
    }
    let side = code.size + 4;
    html! {
        svg viewBox=(format!("-2 -2 {side} {side}")) role="img" aria-label=(label)
            shape-rendering="crispEdges" {
            rect x="-2" y="-2" width=(side) height=(side) fill="#fff" {}
            path d=(PreEscaped(path)) fill="#000" {}
        }
    }
}

fn format_square(x: usize, y: usize) -> String {
    format!("M{x} {y}h1v1h-1z")
}

/// Returns the six digits in two threes, as they are read aloud.
pub(crate) fn spoken_code(code: &str) -> String {
    match (code.get(..3), code.get(3..)) {
        (Some(first), Some(last)) if code.len() == 6 => format!("{first} {last}"),
        _ => code.to_owned(),
    }
}

/// Returns which of the twelve table colours a table has. The number stands beside it.
pub(crate) fn group_colour(table: TableNumber) -> u32 {
    table.0.saturating_sub(1) % 12 + 1
}

/// Returns why the last try did not go, where a field points to it by `id`.
pub(crate) fn problem(problem: Option<&str>, id: &str) -> Markup {
    html! {
        @if let Some(problem) = problem {
            div class="ds-alert" data-color="warning" id=(id) role="alert" {
                p { (problem) }
            }
        }
    }
}

/// «Logg av denne enheten»: the device opens nothing more, and what it keeps is forgotten, once what
/// is not sent yet has been tried again.
#[must_use]
pub fn sign_out(f: &Frame<'_>) -> Markup {
    html! {
        form id="sign-out" class="sl-row" method="post" action="/sign-out" data-clears-device
            data-unsent=(f.with("sign-out-unsent", &[("count", "{n}".into())])) {
            button class="ds-button" data-variant="tertiary" { (icon(f, "leave")) (f.t("sign-out")) }
            span data-leave-status {}
        }
    }
}
