//! The sentences of the scenarios, as far as they can be told without a host.

use kernel::role::Role;
use kernel::step::{Capture, Kind, Step};
use kernel::time::Minutes;

use super::{fields_of, room};
use crate::named;

/// Returns the heading and sentences of each scenario in a page.
pub(super) fn scenarios_in(page: &str) -> Vec<(String, String)> {
    let mut scenarios = vec![];
    let mut title = String::new();
    let mut script: Option<String> = None;
    for line in page.lines() {
        match (&mut script, line) {
            (None, "```scenario") => script = Some(String::new()),
            (Some(done), "```") => {
                scenarios.push((title.clone(), std::mem::take(done)));
                script = None;
            }
            (Some(open), line) => {
                open.push_str(line);
                open.push('\n');
            }
            (None, line) => {
                if let Some(heading) = line.strip_prefix("## ") {
                    heading.clone_into(&mut title);
                }
            }
        }
    }
    scenarios
}

/// What can be known of a scenario without a host: the steps, and which of them takes what.
/// What people see is for the host to tell.
#[derive(Default)]
pub(super) struct Play {
    people: u32,
    pub(super) tool: Option<&'static str>,
    steps: Vec<Step>,
    at: Option<usize>,
}

const NAMES: [&str; 12] = [
    "Kari", "Ola", "Amina", "Mats", "Ingrid", "Jonas", "Anne", "Per", "Solveig", "Eli", "Nils",
    "Gro",
];

/// People at a café table, whoever they are.
const AT_A_CAFE: [&str; 3] = ["Host", "Guest", "Stranger"];

impl Play {
    pub(super) fn line(&mut self, line: &str) -> Result<(), String> {
        let (sentence, quoted) = match line.split_once('"') {
            Some((sentence, quoted)) => (sentence, quoted.strip_suffix('"').is_some()),
            None => (line, false),
        };
        let words: Vec<&str> = sentence.split_whitespace().collect();
        match (words.as_slice(), quoted) {
            ([people, "people"], false) => self.people = number(people)?,
            (["item", name, minutes, "minutes"], false) => self.item(name, number(minutes)?)?,
            (["the", "steps", "are", ..], false) => self.steps_are(sentence)?,
            (["leader", "starts"], false) => self.at = Some(0),
            (["leader", "moves", "on"], false) => self.at = self.at.map(|at| at + 1),
            (["the", "step", "is", name], false) => {
                let step = &self.step()?.name;
                if step != name {
                    return Err(format!("the step is {step}"));
                }
            }
            ([who, "writes", kind, _], true) => self.writes(who, kind)?,
            ([who, "carries"], true) => self.takes(who, &Capture::Carry)?,
            ([who, "picks", _], true) => self.takes(who, &Capture::Pick { exactly: 3 })?,
            (["table", "of", who, "writes", "point", _] | [who, "stands", "behind"], true)
            | (["table", "of", who, "delivers"], false) => self.agrees(who)?,
            ([who, "sees"] | [who, "does", "not", "see"], true) => self.knows(who)?,
            ([who, "joins" | "leaves"] | [who, "has", "a", "new", "place"], false) => {
                self.stands_at_a_table(who)?;
            }
            (["the", "tables", "are", ..], false) => self.seats()?,
            ([names @ .., "is" | "are", "from", _], false) => all_have_names(names)?,
            ([who, "sits", "with", others @ ..], false) => {
                all_have_names(others)?;
                self.stands_at_a_table(who)?;
            }
            ([who, "sits", "at", "another", "table", "than", other], false) => {
                all_have_names(&[other])?;
                self.stands_at_a_table(who)?;
            }
            (["all", "at", "the", "table", "of", who, "stand", "behind"], true) => {
                self.agrees(who)?;
            }
            (["the", "wall", "shows"] | ["the", "wall", "does", "not", "show"], true) => {}
            _ => return Err("no such sentence".to_owned()),
        }
        Ok(())
    }

    fn item(&mut self, name: &str, minutes: u32) -> Result<(), String> {
        let tool = named(name).ok_or("no such tool")?;
        self.tool = Some(tool.name);
        self.steps = (tool.steps)(&room(self.people), Minutes(minutes));
        Ok(())
    }

    fn steps_are(&self, sentence: &str) -> Result<(), String> {
        let said = sentence.trim_start_matches("the steps are ");
        let are: Vec<String> = self
            .steps
            .iter()
            .map(|step| format!("{} {}", step.name, f64::from(step.seconds.0) / 60.0))
            .collect();
        let are = are.join(", ");
        if are == said { Ok(()) } else { Err(format!("the steps are {are}")) }
    }

    fn step(&self) -> Result<&Step, String> {
        let at = self.at.ok_or("the leader has not started")?;
        self.steps.get(at).ok_or_else(|| "the item is over".to_owned())
    }

    /// Who comes and goes is told of a step with tables.
    fn stands_at_a_table(&self, who: &str) -> Result<(), String> {
        all_have_names(&[who])?;
        self.seats()
    }

    fn seats(&self) -> Result<(), String> {
        let step = self.step()?;
        if step.seating.has_tables() { Ok(()) } else { Err(format!("{} has no tables", step.name)) }
    }

    fn knows(&self, who: &str) -> Result<(), String> {
        if AT_A_CAFE.contains(&who) {
            return self.is_a_cafe();
        }
        let here = NAMES.iter().take(self.people as usize).any(|name| *name == who);
        if here { Ok(()) } else { Err(format!("{who} is not here")) }
    }

    fn is_a_cafe(&self) -> Result<(), String> {
        let has_host = |step: &Step| step.seating.kind().roles.contains(&Role::CafeHost);
        let is_cafe = self.steps.iter().any(has_host);
        if is_cafe { Ok(()) } else { Err("only a café has hosts and guests".to_owned()) }
    }

    fn takes(&self, who: &str, capture: &Capture) -> Result<(), String> {
        self.knows(who)?;
        let step = self.step()?;
        if step.captures.contains(capture) {
            return Ok(());
        }
        Err(format!("{} takes {:?}", step.name, step.captures))
    }

    fn writes(&self, who: &str, kind: &str) -> Result<(), String> {
        self.knows(who)?;
        let step = self.step()?;
        let fields = step.captures.iter().flat_map(fields_of);
        let kinds: Vec<&str> = fields.map(|field| field.kind.key()).collect();
        if kinds.contains(&kind) { Ok(()) } else { Err(format!("{} takes {kinds:?}", step.name)) }
    }

    fn agrees(&self, who: &str) -> Result<(), String> {
        self.writes(who, Kind::Point.key())
    }
}

fn number(word: &str) -> Result<u32, String> {
    word.parse().map_err(|_| format!("{word} is no number"))
}

fn all_have_names(names: &[&str]) -> Result<(), String> {
    let other = names.iter().find(|name| !name.starts_with(char::is_uppercase));
    other.map_or(Ok(()), |name| Err(format!("{name} is no name")))
}
