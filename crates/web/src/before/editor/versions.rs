//! Every version of the plan by ten minutes, what changed in each, and a way back.

use axum::extract::{Path, Request};
use axum::response::Response;
use kernel::ids::PlanVersion;
use kernel::time::Moment;
use maud::{Markup, html};
use plan::diff::{Change, Piece, What, diff};
use plan::document::fields::PlanField;
use plan::document::{OwnStep, Plan};
use plan::edit::At;
use serde_json::Value;
use store::versions::Version;
use texts::Argument;

use super::choices::choices;
use super::keep::Changed;
use super::save::plan_version;
use crate::door::planner::Planner;
use crate::shell::answer::private;
use crate::shell::body::body;
use crate::shell::failure::Wrong;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::time;

/// Versions of the same ten minutes are one line.
const TOGETHER_MS: i64 = 10 * 60 * 1000;

/// Versions that stand as one line: the last of them, and when it was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    pub last: PlanVersion,
    pub at: Moment,
    /// What they are compared with: the version before the first of them, or the very first.
    pub before: PlanVersion,
}

/// Returns the groups, the newest first.
#[must_use]
pub fn grouped(versions: &[Version]) -> Vec<Group> {
    let mut groups: Vec<Group> = vec![];
    for it in versions {
        match groups.last_mut() {
            Some(group) if group.at.0 / TOGETHER_MS == it.at / TOGETHER_MS => {
                *group = Group { last: it.version, at: Moment(it.at), ..*group };
            }
            _ => {
                let before = PlanVersion((it.version.0 - 1).max(1));
                groups.push(Group { last: it.version, at: Moment(it.at), before });
            }
        }
    }
    groups.reverse();
    groups
}

/// `GET /meetings/{id}/plan/versions`; `?at=7` opens one of them.
pub async fn versions(Planner { app, head, org, id, row }: Planner) -> Result<Response, Wrong> {
    let groups = grouped(&org.plan_versions(&id).await?);
    let at = head.query("at").and_then(|at| at.parse().ok()).map(PlanVersion);
    let open = groups.iter().find(|group| Some(group.last) == at).or(groups.first()).copied();
    let mut changes = vec![];
    if let Some(group) = open {
        let before = plan_version(&org, &id, group.before).await?;
        changes = diff(&before, &plan_version(&org, &id, group.last).await?);
    }
    let mut frame = head.frame(&app.shell);
    frame.meeting = row.id.as_str();
    Ok(private(&versions_page(&frame, &groups, open, &changes)))
}

/// `POST /meetings/{id}/plan/versions/{n}`: brings a version forth as the newest. Can be undone.
pub async fn bring(
    Planner { app, head, org, id, .. }: Planner,
    Path((_, version)): Path<(String, PlanVersion)>,
    request: Request,
) -> Result<Response, Wrong> {
    let (_, op) = body(&head, request).await?;
    let old = org.plan_at(&id, version).await?.ok_or(Wrong::Missing)?;
    let old: Plan = serde_json::from_str(&old).map_err(anyhow::Error::from)?;
    let old = old.with_ids();
    let says = app.shell.texts.get(head.lang(None), "said-brought", &[]);
    let change = |_: PlanVersion, newest: &Plan| {
        let mut plan = old.clone();
        // An id that has been given out is never given out again.
        plan.ids_used = newest.highest_id().max(old.highest_id());
        Ok(Changed { plan, says: vec![("says", Value::String(says.clone()))] })
    };
    let answer = app.keep(&org, &id, op, change).await?;
    Ok(head.done(&answer, &format!("/meetings/{id}/plan")))
}

/// Returns the page.
#[must_use]
pub fn versions_page(
    f: &Frame<'_>,
    groups: &[Group],
    open: Option<Group>,
    changes: &[Change],
) -> Markup {
    let title = f.t("versions-title");
    let newest = groups.first().map(|group| group.last).unwrap_or_default();
    let content = html! {
        p { a class="ds-link" href=(f.at("plan")) { (f.t("back-to-plan")) } }
        ol class="sl-plain sl-stack" {
            @for group in groups {
                @let when = format!("{} {}", time::day(f.lang, group.at), time::clock(group.at));
                @let is_open = open.is_some_and(|open| open.last == group.last);
                li id=(format!("version-{}", group.last)) class="rs-card sl-stack" {
                    h2 class="ds-heading" data-size="xs" {
                        @if is_open { (when) }
                        @else { a class="ds-link" href=(f.at(&format!("plan/versions?at={}", group.last))) { (when) } }
                    }
                    @if is_open {
                        @if group.before == group.last { p { (f.t("versions-first")) } }
                        @else if changes.is_empty() { p { (f.t("versions-same")) } }
                        @else { ul { @for change in changes { li { (line(f, change)) } } } }
                    }
                    @if group.last != newest {
                        form id=(format!("bring-{}", group.last)) method="post"
                            action=(f.at(&format!("plan/versions/{}", group.last))) {
                            button class="ds-button" data-variant="secondary"
                                aria-label=(format!("{}: {when}", f.t("versions-bring"))) { (f.t("versions-bring")) }
                        }
                    }
                }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

/// One change as a sentence, with new words underlined and old ones struck.
fn line(f: &Frame<'_>, change: &Change) -> Markup {
    let place = match &change.at {
        At::Plan => String::new(),
        At::Item(_) | At::Prep(_) if change.title.trim().is_empty() => f.t("said-the-row"),
        At::Item(_) | At::Prep(_) => change.title.clone(),
    };
    let say = |key: &str, args: &[(&str, Argument<'_>)]| f.with(key, args);
    let number = |number: usize| Argument::from(i64::try_from(number).unwrap_or(i64::MAX));
    html! {
        @if !place.is_empty() { strong { (place) } ": " }
        @match &change.what {
            What::Added { place } => (say("diff-added", &[("n", number(*place))])),
            What::Removed { .. } => (f.t("diff-removed")),
            What::Moved { from, to } => (say("diff-moved", &[("from", number(*from)), ("to", number(*to))])),
            What::Text { field, pieces } => { (label(f, *field)) ": " (text(pieces)) }
            What::Number { field, from, to } => { (label(f, *field)) ": " del { (from) } " " ins { (to) } }
            What::Choice { field, from, to } => {
                (label(f, *field)) ": "
                @if !from.is_empty() { del { (choice(f, *field, from)) } " " }
                @if !to.is_empty() { ins { (choice(f, *field, to)) } }
            }
            What::OwnSteps { from, to } => {
                (label(f, PlanField::OwnSteps)) ":"
                @if !from.is_empty() { " " del { (steps(f, from)) } }
                @if !to.is_empty() { " " ins { (steps(f, to)) } }
            }
            What::Turned { field, on } => { (label(f, *field)) ": " (f.t(if *on { "diff-on" } else { "diff-off" })) }
        }
    }
}

/// «Alene 2 min: Gå to og to. Par 4 min: Del én ting.»
fn steps(f: &Frame<'_>, own: &[OwnStep]) -> String {
    let one = |step: &OwnStep| {
        let mode = super::program::mode_name(f, step.mode);
        let says = step.says.trim().trim_end_matches('.');
        let says = if says.is_empty() { String::new() } else { format!(": {says}") };
        format!("{mode} {} min{says}.", step.minutes)
    };
    own.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// A choice as the editor says it, or as the document stores it where it has no words.
fn choice(f: &Frame<'_>, field: PlanField, value: &str) -> String {
    let said = if matches!(field, PlanField::StartsAt | PlanField::EndsAt | PlanField::DueAt) {
        Some(time::start_in_words(f.lang, value))
    } else if field == PlanField::Standing {
        f.find(&format!("standing-{value}"), None)
    } else {
        let mut all = choices(f, field).into_iter();
        all.find_map(|(name, words)| (name == value).then_some(words))
    };
    said.unwrap_or_else(|| value.to_owned())
}

/// The words of a text, or the old text and the new one when little of it was kept.
fn text(pieces: &[Piece]) -> Markup {
    let kept = pieces.iter().filter(|it| matches!(it, Piece::Kept(_))).map(letters).sum::<usize>();
    let all: usize = pieces.iter().map(letters).sum();
    if kept * 2 < all {
        let old = side(pieces, |it| !matches!(it, Piece::Added(_)));
        let new = side(pieces, |it| !matches!(it, Piece::Removed(_)));
        return html! {
            @if !old.trim().is_empty() { del { (old) } " " }
            @if !new.trim().is_empty() { ins { (new) } }
        };
    }
    html! {
        @for piece in pieces {
            @match piece {
                Piece::Kept(words) => (words),
                Piece::Added(words) => ins { (words) },
                Piece::Removed(words) => del { (words) },
            }
        }
    }
}

fn words(piece: &Piece) -> &str {
    match piece {
        Piece::Kept(words) | Piece::Added(words) | Piece::Removed(words) => words,
    }
}

fn letters(piece: &Piece) -> usize {
    words(piece).chars().filter(|sign| sign.is_alphanumeric()).count()
}

fn side(pieces: &[Piece], is_of: impl Fn(&Piece) -> bool) -> String {
    pieces.iter().filter(|it| is_of(it)).map(words).collect()
}

fn label(f: &Frame<'_>, field: PlanField) -> String {
    f.t(&format!("field-{}", field.key()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_of_the_same_ten_minutes_are_one_line() {
        let at = |version: i64, minute: i64| Version {
            version: PlanVersion(version),
            at: minute * 60_000,
        };
        let groups = grouped(&[at(1, 0), at(2, 31), at(3, 35), at(4, 41)]);
        let shown: Vec<(i64, i64)> = groups.iter().map(|it| (it.last.0, it.before.0)).collect();
        assert_eq!(shown, [(4, 3), (3, 1), (1, 1)]);
    }
}
