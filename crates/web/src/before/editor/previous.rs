//! «Det ble vi enige om sist»: what an earlier meeting came to is the first card of this one.
//!
//! What is fetched is the room's: points that tables have delivered, and promises without names.

use axum::response::Response;
use kernel::ids::{MeetingId, PlanVersion};
use kernel::step::Kind;
use maud::{Markup, html};
use meeting::screens::result::{ResultScreen, result};
use plan::document::Plan;
use plan::document::fields::PlanField;
use serde_json::Value;
use store::Org;
use store::meetings::MeetingRow;

use super::inputs::Inputs;
use super::keep::Changed;
use crate::App;
use crate::door::planner::{Planner, PlannersForm, newest_plan};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::frame::{Frame, Sheet, page};
use crate::shell::request::RequestHead;
use crate::shell::{bits, clock, time};

/// An earlier meeting that can be fetched from.
struct Earlier {
    id: MeetingId,
    title: String,
    starts_at: String,
}

/// `GET /meetings/{id}/plan/previous`
pub async fn choose(Planner { app, head, org, id, row }: Planner) -> Result<Response, Wrong> {
    let earlier = app.earlier_meetings(&head, &org, &id).await?;
    let mut frame = head.frame(&app.shell);
    frame.meeting = row.id.as_str();
    Ok(private(&choose_page(&frame, &earlier)))
}

/// `POST /meetings/{id}/plan/previous`: adds what the meeting `from` came to, below what stands.
pub async fn fetch(
    PlannersForm { app, head, org, id, fields, op }: PlannersForm,
) -> Result<Response, Wrong> {
    let from = MeetingId::from(fields.text("from"));
    let row = app.also_planned(&head, &org, &from).await?;
    if !is_earlier(&row, &id) {
        return Err(Wrong::Unreadable { field: "from" });
    }
    let room = app.rooms.room(&org, &from).await?;
    let screen = room.read(|at| result(at.state, clock::now()));
    let lines = screen.as_ref().map_or(vec![], agreed);
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let says = app.shell.texts.get(head.lang(None), "said-previous", &[("n", count.into())]);
    let change = |_: PlanVersion, plan: &Plan| {
        let mut plan = plan.clone();
        for line in &lines {
            if !plan.previous.contains(line) {
                plan.previous.push(line.clone());
            }
        }
        Ok(Changed { plan, says: vec![("says", Value::String(says.clone()))] })
    };
    let answer = app.keep(&org, &id, op, change).await?;
    Ok(head.done(&answer, &format!("/meetings/{id}/plan#ed-about")))
}

/// The points that the room may read, and what somebody has promised; never who.
fn agreed(screen: &ResultScreen) -> Vec<String> {
    let points = screen.items.iter().flat_map(|item| &item.points);
    let points = points.filter(|it| it.kind == Kind::Point).filter_map(|it| it.text.as_deref());
    let promised = screen.commitments.iter().filter(|it| it.accepted == Some(true));
    let lines = points.chain(promised.map(|it| it.what.as_str()));
    let lines = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut agreed: Vec<String> = vec![];
    for line in lines.filter(|line| !line.is_empty()) {
        if !agreed.contains(&line) {
            agreed.push(line);
        }
    }
    agreed
}

fn is_earlier(row: &MeetingRow, than: &MeetingId) -> bool {
    row.id != *than && row.ended_at.is_some()
}

impl App {
    /// Returns the meetings that are over and that the device may plan, the newest first.
    async fn earlier_meetings(
        &self,
        head: &RequestHead,
        org: &Org,
        than: &MeetingId,
    ) -> Result<Vec<Earlier>, Wrong> {
        let mut earlier = vec![];
        for row in org.meetings().await? {
            if is_earlier(&row, than) && self.also_planned(head, org, &row.id).await.is_ok() {
                let (_, plan) = newest_plan(org, &row.id).await?;
                let Plan { title, starts_at, .. } = plan;
                earlier.push(Earlier { id: row.id, title, starts_at });
            }
        }
        Ok(earlier)
    }
}

/// Returns the field, with the way to an earlier meeting.
#[must_use]
pub fn field(f: &Frame<'_>, form: &Inputs<'_, Plan>) -> Markup {
    html! {
        div class="ed-wide sl-stack" {
            (form.input(PlanField::Previous))
            p {
                a id="ed-previous-fetch" class="ds-button" data-variant="tertiary"
                    href=(f.at("plan/previous")) {
                    (bits::icon(f, "bookmark")) (f.t("previous-fetch"))
                }
            }
        }
    }
}

fn choose_page(f: &Frame<'_>, earlier: &[Earlier]) -> Markup {
    let title = f.t("previous-title");
    let content = html! {
        p { a class="ds-link" href=(f.at("plan")) { (f.t("back-to-plan")) } }
        @if earlier.is_empty() {
            p { (f.t("previous-none")) }
        } @else {
            form id="previous-form" class="sl-stack" method="post" action=(f.at("plan/previous")) {
                p { (f.t("previous-text")) }
                ds-field class="ds-field" {
                    label class="ds-label" for="previous-from" { (f.t("previous-from")) }
                    select class="ds-input" id="previous-from" name="from" {
                        @for it in earlier { option value=(it.id) { (named(f, it)) } }
                    }
                }
                p { button class="ds-button" { (f.t("previous-fetch-now")) } }
            }
        }
    };
    page(f, &Sheet { desk: true, ..Sheet::new(&title) }, false, &content)
}

fn named(f: &Frame<'_>, it: &Earlier) -> String {
    let title = if it.title.is_empty() { f.t("ed-untitled") } else { it.title.clone() };
    if it.starts_at.is_empty() {
        title
    } else {
        format!("{title}, {}", time::start_in_words(f.lang, &it.starts_at))
    }
}

#[cfg(test)]
mod tests {
    use kernel::ids::ContributionId;
    use kernel::ids::ItemNo;
    use kernel::time::Moment;
    use meeting::screens::PhaseCard;
    use meeting::screens::result::{ResultItem, Thread};

    use super::*;

    fn thread(kind: Kind, text: Option<&str>) -> Thread {
        let text = text.map(str::to_owned);
        Thread { id: ContributionId(1), kind, text, table: Some(1), stands: 4, grew_from: vec![] }
    }

    #[test]
    fn the_rooms_own_points_are_agreed_on_and_nothing_twice() {
        let points = vec![
            thread(Kind::Point, Some("Vi deler\n opplegg")),
            thread(Kind::Disagreement, Some("Noen vil vente")),
            thread(Kind::Point, None),
            thread(Kind::Point, Some("Vi deler opplegg")),
        ];
        let item =
            ResultItem { item: ItemNo(0), title: String::new(), tool: String::new(), points };
        let screen = ResultScreen {
            title: String::new(),
            lang: kernel::lang::Lang::Nb,
            phase: PhaseCard::Ended,
            purpose: String::new(),
            goals: vec![],
            result: String::new(),
            dated: Moment(0),
            items: vec![item],
            commitments: vec![],
            parked: vec![],
            contributions: 4,
            goal_results: vec![],
        };
        assert_eq!(agreed(&screen), ["Vi deler opplegg"]);
    }
}
