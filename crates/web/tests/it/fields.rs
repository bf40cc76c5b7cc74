//! Every field of a plan that a form writes, in turn: saved beside somebody else's words, told in
//! the history, and kept or left behind in the next meeting.

use kernel::lang::Lang;
use kernel::step::Mode;
use plan::document::fields::{Fielded, PlanField};
use plan::document::slot::{FieldLine, Slot};
use plan::document::{Item, OwnStep, Plan, Preparation};
use reqwest::StatusCode;
use serde_json::{Value, json};
use web::before::editor::field;
use web::before::meetings::Made;

use crate::helpers::{Server, read};

/// A field as a form names it.
struct Named {
    name: String,
    field: PlanField,
    /// The name that the history tells its changes under.
    told: PlanField,
    value: &'static str,
    is_of_the_meeting: bool,
}

fn fields<T: Fielded>(before: &str, told: Option<PlanField>) -> Vec<Named> {
    let in_form = T::FIELDS.iter().filter(|entry| entry.is_in_form());
    let named = in_form.map(|entry| Named {
        name: format!("{before}{}", entry.name),
        field: entry.field,
        told: told.unwrap_or(entry.field),
        value: something(entry),
        is_of_the_meeting: entry.is_of_the_meeting(),
    });
    named.collect()
}

fn something<T>(entry: &FieldLine<T>) -> &'static str {
    match &entry.slot {
        Slot::Line(_) | Slot::Text(_) => "Noe nytt",
        Slot::Lines(_) => "En\nTo",
        Slot::Count(..) => "7",
        Slot::Switch(_) => "true",
        Slot::Time(_) => "2027-05-03T12:00",
        Slot::Clock(_) => "14:30",
        Slot::Choice(_) => match entry.field.key().as_str() {
            "kind" => "mixed",
            "unit" => "school",
            "lang" => "nn",
            "item-kind" => "administration",
            "tool" => "plenary",
            "mode" => "trio",
            _ => "i2",
        },
        Slot::Ids(_) | Slot::SetAside(_) | Slot::OwnSteps(_) => "",
    }
}

/// An organiser, and the meeting's plan as it is now.
struct Desk<'a> {
    server: &'a Server,
    token: String,
}

impl Desk<'_> {
    async fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self.server.post(&self.token, path, body).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path} {body}");
        read(answer).await
    }

    async fn plan(&self, path: &str) -> (i64, Plan) {
        let request = self.server.get(&self.token, path).header("accept", "application/json");
        let mut answer = read(request.send().await.unwrap()).await;
        (
            answer["version"].as_i64().unwrap(),
            serde_json::from_value(answer["plan"].take()).unwrap(),
        )
    }

    async fn next_meeting(&self, from: &Value) -> Plan {
        let started = self.post("/meetings", from).await;
        self.plan(started["go"].as_str().unwrap()).await.1
    }

    /// Changes one field beside somebody else, and follows it to the next meeting.
    async fn follow(&self, made: &Made, it: &Named) {
        let Named { name, field, told, value, .. } = it;
        let path = format!("/meetings/{}/plan", made.meeting);
        let (version, before) = self.plan(&path).await;
        assert_ne!(field::read(&before, name).as_deref(), Some(*value), "{name}");
        let beside = json!({ "field": "item-i2-goal", "before": "", "text": "Alle er hørt" });
        self.post(&format!("{path}/words"), &beside).await;
        self.post(&path, &json!({ "version": version, name: value })).await;
        let (_, now) = self.plan(&path).await;
        assert_eq!(field::read(&now, name).as_deref(), Some(*value), "{name}");
        assert_eq!(now.items[1].goal, "Alle er hørt", "{name}");

        let versions = self.server.get(&self.token, &format!("{path}/versions"));
        let versions = versions.send().await.unwrap().text().await.unwrap();
        let label = format!("field-{}", told.key());
        let label = self.server.app.shell.texts.get(Lang::Nb, &label, &[]);
        assert!(versions.contains(&label), "{field:?} is not told as «{label}»");

        let keep = format!("/meetings/{}/template", made.meeting);
        let kept = self.post(&keep, &json!({ "name": name })).await;
        let copy = self.next_meeting(&json!({ "copy": made.meeting })).await;
        let begun = json!({ "template": kept["made"]["template"] });
        for next in [copy, self.next_meeting(&begun).await] {
            let is_kept = field::read(&next, name).as_deref() == Some(*value);
            assert_eq!(is_kept, !it.is_of_the_meeting, "{name}");
        }
    }
}

#[tokio::test]
async fn every_field_is_saved_told_and_kept_or_left_behind() {
    let server = Server::start().await;
    let token = server.organiser().await;
    let desk = Desk { server: &server, token };
    let plan = plan();
    let step = format!("item-i1-part-{}-", plan.items[0].own_steps[0].id);
    let task = format!("prep-{}-", plan.preparation[0].id);
    let all = [
        fields::<Plan>("", None),
        fields::<Item>("item-i1-", None),
        fields::<OwnStep>(&step, Some(PlanField::OwnSteps)),
        fields::<Preparation>(&task, None),
    ];
    for it in all.into_iter().flatten() {
        let made = server.meeting_of(&plan).await;
        desk.follow(&made, &it).await;
    }
}

/// Two rows, the first with a step of its own, and something to do before the meeting.
fn plan() -> Plan {
    let row = |title: &str| Item { title: title.to_owned(), minutes: 10, ..Item::default() };
    let mut plan = Plan {
        title: "Bedre møter".to_owned(),
        items: vec![row("Samtale"), row("Veien videre")],
        preparation: vec![Preparation::default()],
        ..Plan::default()
    };
    plan.items[0].own_steps = vec![OwnStep::new(Mode::Pair, 5)];
    plan.with_ids()
}
