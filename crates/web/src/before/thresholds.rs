//! The organisation's own numbers for Møteråd. What is not set is the catalogue's.

pub mod page;

use axum::http::StatusCode;
use axum::response::Response;
use plan::lint::Thresholds;
use serde_json::{Map, Value, json};
use store::Org;

use crate::before::thresholds::page::thresholds_page;
use crate::before::thresholds::page::{Limit, LimitLine};
use crate::door::organiser::{Organiser, OrganisersForm};
use crate::shell::answer::private;
use crate::shell::failure::Wrong;
use crate::shell::fields::Fields;

const SETTING: &str = "thresholds";

/// The few numbers that schools and kindergartens differ in. The others stay the catalogue's.
pub const LIMITS: [Limit; 9] = [
    Limit { name: "lead_days_min", least: 0, most: 60 },
    Limit { name: "lead_days_min_network", least: 0, most: 90 },
    Limit { name: "prep_minutes_max_school", least: 0, most: 120 },
    Limit { name: "prep_minutes_max_kindergarten", least: 0, most: 120 },
    Limit { name: "prep_minutes_max_without_planning_time", least: 0, most: 60 },
    Limit { name: "net_minutes_max_without_break", least: 30, most: 240 },
    Limit { name: "one_way_minutes_max", least: 10, most: 120 },
    Limit { name: "active_percent_min", least: 0, most: 100 },
    Limit { name: "days_between_min", least: 0, most: 90 },
];

/// Returns the numbers that the rules weigh with in an organisation.
pub async fn thresholds(org: &Org) -> Result<Thresholds, Wrong> {
    let own = own_limits(org).await?;
    // What an older version stored and this one cannot read must not take the advice away.
    Ok(serde_json::from_value(Value::Object(own)).unwrap_or_default())
}

async fn own_limits(org: &Org) -> Result<Map<String, Value>, Wrong> {
    let text = org.setting(SETTING).await?.unwrap_or_default();
    Ok(serde_json::from_str(&text).unwrap_or_default())
}

pub async fn page(Organiser { app, head, org }: Organiser) -> Result<Response, Wrong> {
    let own = own_limits(&org).await?;
    let typed = |name: &str| own.get(name).map(Value::to_string).unwrap_or_default();
    let frame = head.frame(&app.shell);
    let is_saved = head.query("saved").is_some();
    Ok(private(&thresholds_page(&frame, &lines(typed, &[]), is_saved)))
}

/// `POST /settings/advice`: a number for each limit; an empty one goes back to the catalogue's.
pub async fn save(
    OrganisersForm { app, head, org, fields, .. }: OrganisersForm,
) -> Result<Response, Wrong> {
    let outside: Vec<&str> = LIMITS
        .iter()
        .filter(|limit| chosen(&fields, limit).is_err())
        .map(|limit| limit.name)
        .collect();
    if let Some(field) = outside.first() {
        if head.wants_json {
            return Err(Wrong::Unreadable { field });
        }
        let typed = |name: &str| fields.text(name).to_owned();
        let page = thresholds_page(&head.frame(&app.shell), &lines(typed, &outside), false);
        let mut response = private(&page);
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let own = LIMITS.iter().filter_map(|limit| {
        let number = chosen(&fields, limit).ok().flatten()?;
        Some((limit.name.to_owned(), json!(number)))
    });
    let own: Map<String, Value> = own.collect();
    org.put_setting(SETTING, &Value::Object(own).to_string()).await?;
    Ok(head.done(&json!({ "ok": true }), "/settings/advice?saved=1"))
}

/// The number that was typed; nothing for an empty field, and an error for one that is outside.
fn chosen(fields: &Fields, limit: &Limit) -> Result<Option<u32>, Wrong> {
    let number = fields.maybe::<u32>(limit.name)?;
    let is_inside = |number: &u32| (limit.least..=limit.most).contains(number);
    match number {
        Some(number) if !is_inside(&number) => Err(Wrong::Unreadable { field: limit.name }),
        number => Ok(number),
    }
}

fn lines(typed: impl Fn(&str) -> String, outside: &[&str]) -> Vec<LimitLine> {
    let usual = serde_json::to_value(Thresholds::default()).unwrap_or_default();
    let line = |limit: &Limit| LimitLine {
        limit: *limit,
        typed: typed(limit.name),
        usual: usual.get(limit.name).and_then(Value::as_u64).unwrap_or_default(),
        is_outside: outside.contains(&limit.name),
    };
    LIMITS.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_a_number_of_the_catalogue_and_its_usual_one_is_allowed() {
        for line in lines(|_| String::new(), &[]) {
            let allowed = u64::from(line.limit.least)..=u64::from(line.limit.most);
            assert!(allowed.contains(&line.usual), "{}", line.limit.name);
        }
    }
}
