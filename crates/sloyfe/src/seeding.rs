//! A meeting with people in its lobby, from a scenario and a seed.

use anyhow::anyhow;
use kernel::ids::MeetingId;
use kernel::lang::Lang;
use serde::Serialize;
use serde_json::Value;
use store::{Location, Options, Store};
use web::App;
use web::before::meetings::{create_meeting, links};
use web::shell::Config;
use web::shell::failure::Wrong;

use crate::scenarios;

/// Invented names, as common in one corner of the country as in another.
const FIRST_NAMES: [&str; 20] = [
    "Aisha", "Anders", "Berit", "Dag", "Elin", "Farid", "Gro", "Håkon", "Inga", "Jonas", "Kari",
    "Lars", "Máret", "Nils", "Olav", "Ragna", "Sara", "Tuva", "Yusuf", "Åse",
];
const LAST_NAMES: [&str; 20] = [
    "Aune", "Bakken", "Dahle", "Eide", "Fjell", "Gaup", "Haug", "Iversen", "Jama", "Kvam", "Lund",
    "Moen", "Nygård", "Opsal", "Rød", "Sand", "Tangen", "Ulvik", "Vik", "Østby",
];

pub struct Order {
    pub scenario: String,
    pub people: u32,
    pub seed: u64,
    pub lang: Lang,
}

/// What outside checks and the simulator need to take part.
#[derive(Serialize)]
pub struct Seeded {
    pub meeting: MeetingId,
    pub code: String,
    pub links: Value,
    pub tokens: Tokens,
    pub participants: Vec<Participant>,
}

#[derive(Serialize)]
pub struct Tokens {
    pub leader: String,
    pub wall: String,
    pub join: String,
}

#[derive(Serialize)]
pub struct Participant {
    pub seat: u32,
    pub name: String,
    pub token: String,
    pub link: String,
}

/// Opens a store, beside a server that may be running, and leaves a meeting in it.
pub async fn seed(at: Location, order: &Order, public_url: &str) -> anyhow::Result<Seeded> {
    let store = Store::visit(&at, &Options::default()).await?;
    let app = App::new(store.clone(), Config::default(), scenarios::all()?)?;
    let seeded = seed_in(&app, order, public_url).await;
    store.close().await;
    seeded
}

/// Makes the meeting, and lets its people in one after another, so that the same seed seats the
/// same names.
pub async fn seed_in(app: &App, order: &Order, public_url: &str) -> anyhow::Result<Seeded> {
    let template = scenarios::named(&order.scenario)?;
    let org = app.own_org();
    let made = create_meeting(&app.store, &org, template.plan(order.lang));
    let made = made.await.map_err(|wrong| told(&wrong))?;
    let room = app.rooms.room(&org, &made.meeting).await.map_err(|wrong| told(&wrong))?;
    app.ensure_open(&room).await.map_err(|wrong| told(&wrong))?;
    app.hold_lobby(&org, &made.meeting).await;
    let mut participants = vec![];
    for number in 0..order.people {
        let name = name_of(order.seed, number);
        let seated = app.seat_with_token(&org, &made.meeting, &name).await;
        let (seat, token) = seated.map_err(|wrong| told(&wrong))?;
        let link = format!("{public_url}/p/{token}");
        participants.push(Participant { seat: seat.0, name, token, link });
    }
    Ok(Seeded {
        links: links(public_url, &made),
        meeting: made.meeting,
        code: made.code,
        tokens: Tokens { leader: made.leader, wall: made.wall, join: made.join },
        participants,
    })
}

fn told(wrong: &Wrong) -> anyhow::Error {
    if let Wrong::Ours(why) = wrong {
        return anyhow!("{why:#}");
    }
    anyhow!("refused: {}", wrong.code())
}

/// Returns a name that no other of the first 400 has.
fn name_of(seed: u64, number: u32) -> String {
    let (firsts, lasts) = (FIRST_NAMES.len() as u64, LAST_NAMES.len() as u64);
    // 7 and 400 share no factor, so this walks through all pairs before one comes again.
    let pair = (seed.wrapping_mul(131) + u64::from(number) * 7) % (firsts * lasts);
    let first = usize::try_from((pair + pair / firsts) % firsts).unwrap_or_default();
    let last = usize::try_from(pair / firsts).unwrap_or_default();
    let name = format!("{} {}", FIRST_NAMES[first], LAST_NAMES[last]);
    match u64::from(number) / (firsts * lasts) {
        0 => name,
        round => format!("{name} {}", round + 1),
    }
}

/// Prints a seeded meeting, for people or for machines.
pub fn print(seeded: &Seeded, json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string(seeded)?);
        return Ok(());
    }
    println!("Meeting {} has code {}.", seeded.meeting, seeded.code);
    for who in ["console", "wall", "join"] {
        println!("  {who:8} {}", seeded.links[who].as_str().unwrap_or_default());
    }
    for person in &seeded.participants {
        println!("  {:8} {}", person.name, person.link);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn four_hundred_people_have_four_hundred_names() {
        let names: BTreeSet<String> = (0..400).map(|number| super::name_of(7, number)).collect();
        assert_eq!(names.len(), 400);
    }

    #[test]
    fn the_same_seed_gives_the_same_names() {
        assert_eq!(super::name_of(3, 5), super::name_of(3, 5));
    }
}
