//! People come late, leave, come back and let their phones sleep.

use anyhow::{Context, Result, ensure};
use reqwest::header::{ACCEPT, COOKIE, ORIGIN, SET_COOKIE};
use reqwest::{Client, redirect};
use serde_json::json;

use super::Room;
use crate::history::Viewer;
use crate::line::{Device, Line};
use crate::phone::{Phone, Presence};
use crate::screen::{Now, PhoneScreen};

/// One phone in this many falls asleep in a step.
const SLEEPY: usize = 30;
const SLEEP_STEPS: u32 = 2;

impl Room {
    pub(super) async fn people_come_and_go(&mut self, now: &Now) -> Result<()> {
        for phone in &mut self.phones {
            phone.step_went_by();
        }
        if !self.came_late && now.place.item.0 * 3 >= now.items {
            self.come_late().await?;
        }
        match self.left {
            None if now.place.item.0 * 3 >= now.items * 2 => self.leave().await?,
            Some((who, steps)) if steps > 1 => self.left = Some((who, steps - 1)),
            Some((who, 1)) => {
                self.phones[who].come_back().await?;
                self.left = Some((who, 0));
            }
            Some(_) | None => (),
        }
        Ok(())
    }

    /// Somebody leaves; by the seed, they come back some steps later or never.
    async fn leave(&mut self) -> Result<()> {
        // Seat 1 is asked to promise something, so it stays.
        let awake = |phone: &Phone| phone.presence == Presence::Awake && phone.seat != 1;
        let those: Vec<usize> =
            (0..self.phones.len()).filter(|it| awake(&self.phones[*it])).collect();
        if those.is_empty() {
            return Ok(());
        }
        let who = those[self.chance.below(those.len())];
        self.phones[who].leave().await?;
        self.is_disturbed = true;
        self.left = Some((who, if self.chance.one_in(2) { 3 } else { 0 }));
        Ok(())
    }

    /// Somebody scans the code when the meeting is under way.
    async fn come_late(&mut self) -> Result<()> {
        let client = Client::builder().redirect(redirect::Policy::none()).build()?;
        let base = self.server.base();
        let lobby = format!("{base}/m/{}", self.seeded.code);
        let answer = client.get(&lobby).send().await.context("the lobby does not answer")?;
        let status = answer.status();
        ensure!(status.is_success(), "GET /m/{{code}} answered {status}");
        let first = cookie_of(&answer);
        let mut asked =
            client.post(format!("{lobby}/seats")).json(&json!({ "name": "Sein Gjest" }));
        asked = asked.header(ORIGIN, &base).header(ACCEPT, "application/json");
        asked = asked.header("Idempotency-Key", self.chance.op());
        if let Some(cookie) = &first {
            asked = asked.header(COOKIE, cookie);
        }
        let answer = asked.send().await.context("joining got no answer")?;
        let cookie = cookie_of(&answer).or(first);
        let status = answer.status();
        let said = answer.text().await.unwrap_or_default();
        ensure!(
            status.is_success() || status.is_redirection(),
            "joining by code answered {status}: {said}"
        );
        let cookie = cookie.context("joining by code gave no cookie")?;
        let line = Line { device: Device::Cookie(cookie), ..self.leader.clone() };
        let state = line.state("seat", Viewer::Seat(0)).await?;
        let screen: PhoneScreen = state.read()?;
        self.phones.push(Phone::new(screen.me, line, self.seed));
        self.came_late = true;
        self.is_disturbed = true;
        Ok(())
    }

    pub(super) async fn fall_asleep(&mut self, now: &Now) -> Result<()> {
        for phone in &mut self.phones {
            let may = phone.presence == Presence::Awake && phone.seat != 1;
            if may && !now.seating.has_tables() && phone.chance.one_in(SLEEPY) {
                phone.fall_asleep(SLEEP_STEPS).await?;
            }
        }
        Ok(())
    }
}

fn cookie_of(answer: &reqwest::Response) -> Option<String> {
    let all = answer.headers().get_all(SET_COOKIE).iter();
    let pairs = all.filter_map(|it| it.to_str().ok()?.split(';').next().map(str::to_owned));
    let pairs: Vec<String> = pairs.collect();
    (!pairs.is_empty()).then(|| pairs.join("; "))
}
