//! Change of place, in the order people need it: where, whom, what to bring, when.

use kernel::role::Role;
use kernel::seating::GoesTo;
use kernel::step::Source;
use maud::{Markup, PreEscaped, html};
use meeting::screens::NowCard;
use meeting::screens::phone::{ChangeCard, PhoneScreen};

use super::fields;
use crate::shell::bits;
use crate::shell::frame::Frame;

/// More tables than this make no map on a phone; the number on the sign is enough.
const TABLES_ON_MAP_MAX: usize = 30;
const ACROSS: i64 = 320;
const ROW: i64 = 70;
const TOP: i64 = 62;
const RADIUS: i64 = 24;

pub(super) fn change(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard, to: &ChangeCard) -> Markup {
    let is_host = s.roles.contains(&Role::CafeHost);
    // In the first round a host finds the table like everybody else.
    let stays = is_host && now.round.is_none_or(|round| round.number > 1);
    html! {
        section class="sl-stack" aria-labelledby="change-title" {
            p class="ph-kicker" { (f.t(if is_host { "change-host-kicker" } else { "change-places" })) }
            h1 class="ph-big" id="change-title" {
                (f.t(if stays { "change-host-stay" } else { "date-go-table" }))
                " " b class="sl-num" { (to.to.0) }
            }
            (host(f, now, is_host))
            @if !stays && (2..=TABLES_ON_MAP_MAX).contains(&to.tables) {
                (map(f, to))
                p class="from" { (f.t("change-map-text")) }
            }
            (whom(f, s, now))
            (brings(f, s))
            p class="ph-kicker" {
                (bits::icon(f, "clock")) " "
                (f.with("change-when", &[
                    ("length", f.n("minutes", now.clock.left.minutes_up().0).into()),
                ]))
            }
        }
    }
}

/// What a host does while the others find their tables.
fn host(f: &Frame<'_>, now: &NowCard, is_host: bool) -> Markup {
    let key = match now.round {
        Some(round) if round.number > 1 => "change-host-next",
        Some(_) => "change-host-first",
        None => return html! {},
    };
    html! { @if is_host { p class="ph-do" { (bits::icon(f, "cafe-host")) span { (f.t(key)) } } } }
}

fn whom(f: &Frame<'_>, s: &PhoneScreen, now: &NowCard) -> Markup {
    let is_pair = now.seating.kind().goes_to == GoesTo::Partner;
    let members = s.table.iter().flat_map(|table| &table.members);
    let others = members.filter(|it| !it.is_me);
    html! {
        div class="ph-next" { div {
            span class="from" { (f.t(if is_pair { "change-meet" } else { "change-at" })) }
            ul class="sl-plain" {
                @for it in others { li { b { (bits::member(f, it)) } } }
            }
            @if !s.roles.is_empty() {
                span class="ph-roles" {
                    @for role in &s.roles {
                        span class="ds-tag" data-color="fjord" {
                            (bits::icon(f, bits::role_icon(*role))) (bits::role_name(f, *role))
                        }
                    }
                }
            }
        } }
    }
}

fn brings(f: &Frame<'_>, s: &PhoneScreen) -> Markup {
    let carried = s.sources.iter().filter(|it| it.source == Source::OwnCarried);
    let cards: Vec<_> = carried.flat_map(|source| &source.cards).collect();
    html! {
        @if !cards.is_empty() {
            div class="ph-carry" {
                small { (f.t("change-bring")) }
                @for it in cards { p { (fields::card(f, &it.card)) } }
            }
        }
    }
}

/// The tables in the order of their numbers, and an arrow from the old one to the new.
fn map(f: &Frame<'_>, to: &ChangeCard) -> Markup {
    let tables = i64::try_from(to.tables).unwrap_or(0);
    let columns = columns(tables);
    let rows = (tables + columns - 1) / columns;
    let height = TOP + rows * ROW - ROW / 2 + 12;
    let spot = |number: i64| {
        let (row, column) = ((number - 1) / columns, (number - 1) % columns);
        (ACROSS * (2 * column + 1) / (2 * columns), TOP + row * ROW)
    };
    let (goes_to, from) = (i64::from(to.to.0), to.from.map(|from| i64::from(from.0)));
    let from = from.filter(|from| (1..=tables).contains(from));
    let label = match from {
        Some(from) => f.with("change-map", &[("from", from.into()), ("to", goes_to.into())]),
        None => f.with("change-map-to", &[("to", goes_to.into())]),
    };
    html! {
        svg class="ph-room" viewBox=(format!("0 0 {ACROSS} {height}")) role="img" aria-label=(label) {
            rect class="room" x="1" y="1" width=(ACROSS - 2) height=(height - 2) rx="14" {}
            text class="lab" x=(ACROSS / 2) y="18" text-anchor="middle" { (f.t("change-front")) }
            g class="tb" {
                @for number in 1..=tables {
                    @let (x, y) = spot(number);
                    circle cx=(x) cy=(y) r=(RADIUS) class=[class_of(number, goes_to, from)] {}
                }
            }
            g class="tn" text-anchor="middle" {
                @for number in 1..=tables {
                    @let (x, y) = spot(number);
                    text x=(x) y=(y + 7) class=[(number == goes_to).then_some("on")] { (number) }
                }
            }
            @if let Some(from) = from { (arrow(spot(from), spot(goes_to))) }
        }
    }
}

fn columns(tables: i64) -> i64 {
    match tables {
        ..=3 => tables.max(1),
        4..=6 => 3,
        7..=12 => 4,
        13..=20 => 5,
        _ => 6,
    }
}

fn class_of(number: i64, to: i64, from: Option<i64>) -> Option<&'static str> {
    if number == to { Some("to") } else { (from == Some(number)).then_some("from") }
}

/// A bent arrow that starts and ends at the edges of the two circles.
fn arrow(from: (i64, i64), to: (i64, i64)) -> Markup {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let length = whole_root(across * across + down * down).max(1);
    let gap = RADIUS + 5;
    let along = |at: (i64, i64), by: i64| (at.0 + across * by / length, at.1 + down * by / length);
    let aside = |at: (i64, i64), by: i64| (at.0 - down * by / length, at.1 + across * by / length);
    let (start, tip) = (along(from, gap), along(to, -gap));
    let between = (i64::midpoint(start.0, tip.0), i64::midpoint(start.1, tip.1));
    let middle = aside(between, length / 8);
    let back = along(to, -gap - 14);
    let (one, other) = (aside(back, 8), aside(back, -8));
    let line = format!("M{} {}Q{} {} {} {}", start.0, start.1, middle.0, middle.1, tip.0, tip.1);
    let head = format!("M{} {}L{} {}L{} {}", one.0, one.1, tip.0, tip.1, other.0, other.1);
    html! { path class="arr" d=(PreEscaped(line)) {} path class="arr" d=(PreEscaped(head)) {} }
}

fn whole_root(square: i64) -> i64 {
    i64::try_from(square.unsigned_abs().isqrt()).unwrap_or(1)
}
