//! What those who were invited should know has changed: when, where, and what came or went.

use serde::Serialize;

use crate::diff::{What, diff};
use crate::document::Plan;
use crate::document::fields::PlanField;
use crate::edit::At;

/// A change that matters to somebody who has read the invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum News {
    /// As in the plan; empty when it is no longer set.
    Time {
        starts_at: String,
        ends_at: String,
    },
    Place {
        place: String,
    },
    Added {
        title: String,
    },
    Removed {
        title: String,
    },
}

/// Returns what has changed since the plan that was sent, each once.
#[must_use]
pub fn news(sent: &Plan, now: &Plan) -> Vec<News> {
    let mut news = vec![];
    for change in diff(sent, now) {
        let one = match (change.at, change.what) {
            (At::Plan, What::Choice { field: PlanField::StartsAt | PlanField::EndsAt, .. }) => {
                News::Time { starts_at: now.starts_at.clone(), ends_at: now.ends_at.clone() }
            }
            (At::Plan, What::Text { field: PlanField::Place, .. }) => {
                News::Place { place: now.place.clone() }
            }
            (At::Item(_), What::Added { .. }) => News::Added { title: change.title },
            (At::Item(_), What::Removed { .. }) => News::Removed { title: change.title },
            _ => continue,
        };
        if !news.contains(&one) {
            news.push(one);
        }
    }
    news
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Item;

    #[test]
    fn time_place_and_rows_are_news_and_wording_is_not() {
        let item = |id: &str, title: &str| Item {
            id: id.to_owned(),
            title: title.to_owned(),
            ..Item::default()
        };
        let sent =
            Plan { items: vec![item("i1", "Lesing"), item("i2", "Regning")], ..Plan::default() };
        let mut now = sent.clone();
        now.items[0].goal = "Alle er hørt".to_owned();
        assert_eq!(news(&sent, &now), []);
        now.items[1] = item("i3", "Skriving");
        now.starts_at = "2027-04-26T13:00".to_owned();
        now.ends_at = "2027-04-26T15:00".to_owned();
        now.place = "Biblioteket".to_owned();
        let (starts_at, ends_at) = (now.starts_at.clone(), now.ends_at.clone());
        let want = [
            News::Time { starts_at, ends_at },
            News::Place { place: "Biblioteket".to_owned() },
            News::Added { title: "Skriving".to_owned() },
            News::Removed { title: "Regning".to_owned() },
        ];
        assert_eq!(news(&sent, &now), want);
    }
}
