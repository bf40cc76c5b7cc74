//! How a plan looks as a whole: the share of each way of being together, and the two logics.

use kernel::step::Mode;
use maud::{Markup, html};
use plan::balance::balance as shares;
use plan::mirror::{Slider, mirror as sliders};

use super::View;
use super::program::{colour, mode_name};
use crate::shell::frame::Frame;

/// How the time is shared, and how much of it people take part in.
#[must_use]
pub fn balance(f: &Frame<'_>, view: &View) -> Markup {
    let balance = shares(&view.plan, tools::ALL);
    let said = balance.minutes.iter().map(|(mode, minutes)| {
        f.with("balance-said", &[("n", (*minutes).into()), ("mode", mode_name(f, *mode).into())])
    });
    let said = said.collect::<Vec<_>>().join(", ");
    html! {
        div id="ed-balance" class="ed-bal" {
            @if !balance.minutes.is_empty() {
                div class="bar" role="img" aria-label=(f.with("balance-label", &[("said", said.into())])) {
                    @for (mode, minutes) in &balance.minutes { (share(f, *mode, *minutes)) }
                    @if 0 < balance.rest { i class="ed-rest" data-min=(balance.rest.min(120)) {} }
                }
                @if let Some(percent) = balance.active_percent {
                    span class="ed-kpi" { b { (percent) " %" } " " (f.t("balance-active")) }
                }
            }
        }
    }
}

fn share(f: &Frame<'_>, mode: Mode, minutes: u32) -> Markup {
    html! {
        i class=(format!("sl-{}", colour(mode))) data-min=(minutes.min(120)) {
            span { (mode_name(f, mode)) " " (minutes) }
        }
    }
}

/// The two logics as a mirror. Neither end is better, so there is no sum and no colour.
#[must_use]
pub fn mirror(f: &Frame<'_>, view: &View) -> Markup {
    let all = sliders(&view.plan, tools::ALL);
    html! {
        details id="ed-mirror" class="ed-fold" {
            summary { (f.t("mirror-title")) }
            div class="sl-stack" {
                p { (f.t("mirror-both")) }
                dl class="ed-mirror" { @for slider in &all { (one(f, slider)) } }
            }
        }
    }
}

fn one(f: &Frame<'_>, slider: &Slider) -> Markup {
    let text = |part: &str| f.t(&format!("mirror-{}-{part}", slider.name));
    let (from, to) = (text("from"), text("to"));
    html! {
        dt { (text("name")) }
        dd {
            @match slider.value {
                Some(value) => {
                    span { (from) }
                    span class="track" role="img" aria-label=(f.with("mirror-stands", &[
                        ("n", value.into()), ("from", from.as_str().into()), ("to", to.as_str().into()),
                    ])) { i data-pct=(value.min(100)) {} }
                    span { (to) }
                }
                None => span { (f.t("mirror-unknown")) },
            }
        }
    }
}
