//! «Alle verktøy …»: ways of working by what they are for, and when they were last used here.

use std::collections::BTreeMap;

use axum::response::Response;
use kernel::ids::MeetingId;
use kernel::local::LocalTime;
use kernel::purpose::Purpose;
use maud::{Markup, html};
use plan::shortlist::{Way, shortlist};
use store::Org;

use super::View;
use crate::door::planner::{Planner, newest_plan};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::{bits, time};

/// `GET /meetings/{id}/plan/tools`
pub async fn tools(Planner { app, head, org, id, row }: Planner) -> Result<Response, Wrong> {
    let view = app.view(&org, &id).await?;
    let last_used = last_used(&org, &id).await?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = row.id.as_str();
    let purpose = head.query("purpose").and_then(Purpose::from_key);
    let after = head.query("after").unwrap_or_default();
    Ok(private(&tools_page(&frame, &view, purpose, after, &last_used)))
}

/// Returns the newest day each way of working was on the program of another meeting.
async fn last_used(org: &Org, meeting: &MeetingId) -> Result<BTreeMap<String, String>, Wrong> {
    let mut last: BTreeMap<String, String> = BTreeMap::new();
    for row in org.meetings().await? {
        if row.id == *meeting {
            continue;
        }
        let (_, plan) = newest_plan(org, &row.id).await?;
        let Ok(starts_at) = plan.starts_at.parse::<LocalTime>() else { continue };
        let day = starts_at.day.to_string();
        for item in plan.items.into_iter().filter(|item| !item.tool.is_empty()) {
            let newest = last.entry(item.tool).or_default();
            if *newest < day {
                newest.clone_from(&day);
            }
        }
    }
    Ok(last)
}

/// Returns the page. Each way of working is a button that adds it and leads back.
#[must_use]
pub fn tools_page(
    f: &Frame<'_>,
    view: &View,
    purpose: Option<Purpose>,
    after: &str,
    last_used: &BTreeMap<String, String>,
) -> Markup {
    let title = f.t("tools-title");
    let ways = shortlist(purpose, view.plan.participants, tools::ALL);
    let to = |key: &str| f.at(&format!("plan/tools?purpose={key}&after={after}"));
    let content = html! {
        p { a class="ds-link" href=(f.at("plan")) { (f.t("back-to-plan")) } }
        nav class="sl-row" aria-label=(f.t("tools-purposes")) {
            @for it in Purpose::ALL {
                a class="ds-chip" href=(to(it.key())) aria-current=[(Some(it) == purpose).then_some("true")] {
                    (f.t(&format!("purpose-{}", it.key())))
                }
            }
        }
        form id="tools-form" class="sl-stack" method="post" action=(f.at("plan")) {
            input type="hidden" name="version" value=(view.version);
            ul class="sl-plain sl-stack" {
                @for way in &ways { (one(f, way, after, last_used.get(way.tool))) }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

fn one(f: &Frame<'_>, way: &Way, after: &str, last_used: Option<&String>) -> Markup {
    let act = if after.is_empty() {
        format!("add:{}", way.tool)
    } else {
        format!("add:{}:{after}", way.tool)
    };
    let level = f.t(match way.difficulty {
        0 | 1 => "tools-easy",
        2 => "tools-some",
        _ => "tools-hard",
    });
    let (fewest, most) = way.people;
    html! {
        li id=(format!("tool-{}", way.tool)) class="rs-card" {
            h2 class="ds-heading" data-size="xs" { (f.t(way.tool)) }
            @if let Some(purpose) = way.suggested { p { strong { (f.attr(way.tool, &purpose.reason())) } } }
            @if let Some(purpose) = f.find(way.tool, Some("purpose")) { p { (purpose) } }
            @if let Some(when) = f.find(way.tool, Some("when")) { p { (when) } }
            p class="sl-row ed-facts" {
                span { (level) }
                span { (f.n("minutes", way.minutes)) }
                span { (f.with("tools-people", &[("fewest", fewest.into()), ("most", most.into())])) }
                @if !way.suits { span { (f.t("tools-unsuited")) } }
                span { @match last_used {
                    Some(day) => (f.with("tools-last-used", &[("day", time::date_in_words(f.lang, day).into())])),
                    None => (f.t("tools-never-used")),
                } }
            }
            button class="ds-button" data-variant="secondary" name="do" value=(act)
                aria-label=(format!("{}: {}", f.t("tools-add"), f.t(way.tool))) {
                (bits::icon(f, "plus")) (f.t("tools-add"))
            }
        }
    }
}
