//! Møteråd beside the plan: what is in place first, then what can lift the meeting.
//!
//! **Invariant `mirror-not-gate`:** the panel offers edits and asks for nothing. Held by its having
//! no field that must be filled in.
//!
//! **Invariant `planners-only`:** findings are on no other screen than the planners'. Held by
//! [`Advised`] being made for the editor and the invitation alone.

mod card;

use kernel::ids::MeetingId;
use kernel::lang::Lang;
use maud::{Markup, html};
use plan::advice::tap::Tap;
use plan::advice::{Advice, Found, advise};
use plan::document::{MeetingKind, Plan, Problem};
use plan::edit::At;
use plan::lint::around::Around;
use plan::lint::texts::Wording;
use plan::lint::{Figure, Severity};
use store::Org;

use super::View;
use crate::App;
use crate::shell::bits;
use crate::shell::failure::Wrong;
use crate::shell::frame::Frame;

/// Praise that stands open; the rest is folded.
const PRAISE_SHOWN_MAX: usize = 3;

/// What Møteråd says of one version of a plan.
#[derive(Clone, Debug)]
pub struct Advised {
    pub advice: Advice,
}

impl Advised {
    /// Looks at a plan. The words come later, in each reader's own language.
    #[must_use]
    pub fn of(plan: &Plan, around: &Around) -> Advised {
        Advised { advice: advise(plan, around, tools::ALL) }
    }

    fn all(&self) -> impl Iterator<Item = &Found> {
        let Advice { open, later, tips, .. } = &self.advice;
        open.iter().chain(later).chain(tips)
    }

    /// Returns how many pieces of advice, tips not counted, sit on a row.
    #[must_use]
    pub fn count_on(&self, row: &str) -> usize {
        let Advice { open, later, .. } = &self.advice;
        let sits = |it: &&Found| matches!(&it.at, At::Item(id) if id == row);
        open.iter().chain(later).filter(sits).count()
    }

    /// Tells whether a question of a row is worth another look.
    #[must_use]
    pub fn is_flagged(&self, row: &str, question: &str) -> bool {
        self.all().any(|it| {
            let is_here = matches!(&it.at, At::Item(id) if id == row);
            let asked = it.finding.figures.get("question");
            is_here && matches!(asked, Some(Figure::Text(text)) if text == question)
        })
    }
}

impl App {
    /// Returns what Møteråd says of a meeting's plan here.
    pub async fn advised(
        &self,
        org: &Org,
        meeting: &MeetingId,
        plan: &Plan,
    ) -> Result<Advised, Wrong> {
        Ok(Advised::of(plan, &self.around(org, meeting).await?))
    }

    /// Returns what a plan misses, a line for each flaw, for the one who is about to send it.
    pub async fn missing(
        &self,
        org: &Org,
        meeting: &MeetingId,
        plan: &Plan,
        lang: Lang,
    ) -> Result<Vec<String>, Wrong> {
        let advised = self.advised(org, meeting, plan).await?;
        let texts = Wording::of(&self.shell.texts, lang);
        let missing = advised.all().filter(|it| it.finding.severity == Severity::Missing);
        let mut lines: Vec<String> = missing.map(|it| texts.what(&it.finding)).collect();
        lines.dedup();
        Ok(lines)
    }
}

/// Returns the panel, which is sent again with each new version.
#[must_use]
pub fn panel(f: &Frame<'_>, view: &View) -> Markup {
    let advice = &view.advised.advice;
    let is_calm = view.plan.kind == MeetingKind::Administration;
    html! {
        aside id="advice" class="ed-side" aria-labelledby="advice-title" {
            (head(f, view, is_calm))
            @if is_calm { p { (f.t("advice-administration")) } }
            (praise(f, advice))
            @if !advice.open.is_empty() {
                h3 class="li-sub" { (f.t("advice-lift")) }
                (card::list(f, view, &advice.open, "advice-open"))
            } @else if !is_calm {
                p id="advice-none" { (f.t("advice-none")) }
            }
            @if !advice.later.is_empty() {
                p id="advice-later" class="sl-status" { (f.n("advice-later", advice.later.len())) }
            }
            @if !advice.tips.is_empty() {
                details id="advice-tips" class="li-fold" {
                    summary { (f.n("advice-tips", advice.tips.len())) }
                    (card::list(f, view, &advice.tips, "advice-tips-list"))
                }
            }
            (set_aside(f, advice))
            (flaws(f, view))
            (onwards(f))
        }
    }
}

fn head(f: &Frame<'_>, view: &View, is_calm: bool) -> Markup {
    let checklist = &view.advised.advice.checklist;
    let done = checklist.iter().filter(|point| point.holds).count();
    let says = f.with("advice-checklist", &[("n", done.into()), ("of", checklist.len().into())]);
    html! {
        div class="li-head" {
            @if !is_calm { (ring(done, checklist.len(), &says)) }
            div {
                h2 id="advice-title" tabindex="-1" { (f.t("advice")) }
                @if !is_calm { span class="sl-status" aria-hidden="true" { (says) } }
            }
        }
        @if !is_calm {
            details id="advice-checklist" class="li-fold" {
                summary { (f.t("advice-checklist-show")) }
                ul class="li-list" {
                    @for point in checklist {
                        li class="li-ok" data-holds=(point.holds) {
                            (bits::icon(f, if point.holds { "done" } else { "minus" }))
                            span {
                                (f.t(&format!("check-{}", point.name)))
                                @if !point.holds { span class="ds-sr-only" { " – " (f.t("check-not-yet")) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// How much of the checklist is in the plan, as a ring.
fn ring(done: usize, of: usize, says: &str) -> Markup {
    html! {
        svg class="sl-ringmini" viewBox="0 0 44 44" role="img" aria-label=(says) {
            circle class="track" cx="22" cy="22" r="18" {}
            circle class="part" cx="22" cy="22" r="18" pathLength=(of)
                stroke-dasharray=(format!("{done} {of}")) transform="rotate(-90 22 22)" {}
        }
    }
}

fn praise(f: &Frame<'_>, advice: &Advice) -> Markup {
    let texts = Wording::of(f.texts, f.lang);
    let said: Vec<String> = advice.praise.iter().map(|it| texts.praise(it)).collect();
    let (first, rest) = said.split_at(said.len().min(PRAISE_SHOWN_MAX));
    html! {
        @if !first.is_empty() {
            div class="li-good" id="advice-good" {
                h3 { (f.t("advice-good")) }
                ul class="li-list" { @for line in first { (good(f, line)) } }
                @if !rest.is_empty() {
                    details id="advice-good-all" class="li-fold" {
                        summary { (f.n("advice-good-all", said.len())) }
                        ul class="li-list" { @for line in rest { (good(f, line)) } }
                    }
                }
            }
        }
    }
}

fn good(f: &Frame<'_>, line: &str) -> Markup {
    html! { li class="li-ok" { (bits::icon(f, "done")) span { (line) } } }
}

/// What the planners have set aside, with their reasons, to be taken up again.
fn set_aside(f: &Frame<'_>, advice: &Advice) -> Markup {
    let texts = Wording::of(f.texts, f.lang);
    html! {
        @if !advice.dismissed.is_empty() {
            details id="advice-aside" class="li-fold" {
                summary { (f.n("advice-aside", advice.dismissed.len())) }
                ul class="li-list" {
                    @for it in &advice.dismissed {
                        @let says = it.found.first().map(|found| texts.what(&found.finding));
                        li class="li" id=(format!("aside-{}", it.rule)) {
                            p { (says.unwrap_or_else(|| f.t("advice-aside-quiet"))) }
                            p class="sl-status" { (f.t("advice-reason")) ": " (it.reason) }
                            button class="ds-button" data-variant="secondary" data-size="sm" name="do"
                                id=(format!("recall-{}", it.rule))
                                value=(Tap::Recall(it.rule.clone())) { (f.t("advice-recall")) }
                        }
                    }
                }
            }
        }
    }
}

/// What must be mended before the meeting can start.
fn flaws(f: &Frame<'_>, view: &View) -> Markup {
    let problems = view.plan.problems(|tool| tools::named(tool).is_some());
    html! {
        @if !problems.is_empty() {
            details id="advice-flaws" class="li-fold" {
                summary { (f.t("plan-flaws")) }
                ul class="li-list" {
                    @for problem in &problems { li class="li" { (flaw(f, view, problem)) } }
                }
            }
        }
    }
}

fn flaw(f: &Frame<'_>, view: &View, problem: &Problem) -> Markup {
    let (key, item) = match problem {
        Problem::TitleMissing => ("problem-title-missing", None),
        Problem::NoItems => ("problem-no-items", None),
        Problem::TooManyItems => ("problem-too-many-items", None),
        Problem::ItemTitleMissing { item } => ("problem-item-title-missing", Some(*item)),
        Problem::MinutesOutside { item } => ("problem-minutes-outside", Some(*item)),
        Problem::ToolUnknown { item } => ("problem-tool-unknown", Some(*item)),
        Problem::LineTooLong { item } => ("problem-line-too-long", *item),
        Problem::StartUnreadable => ("problem-start-unreadable", None),
    };
    let row = item.and_then(|item| Some((item, view.plan.items.get(item)?)));
    html! {
        @if let Some((number, item)) = row {
            a class="ds-link" href=(format!("#row-{}", item.id)) {
                (f.n("block", number + 1)) @if !item.title.is_empty() { ", " (item.title) }
            } ": "
        }
        (f.t(key))
    }
}

/// Where the plan goes from here.
fn onwards(f: &Frame<'_>) -> Markup {
    html! {
        div class="li-on" {
            a class="ds-button" data-variant="secondary" href=(f.at("invitation")) {
                (bits::icon(f, "send")) (f.t("invite-title"))
            }
            a class="ds-button" data-variant="tertiary" href=(f.at("template")) { (f.t("template-keep")) }
        }
    }
}
