//! How open a question is, in bokmål and nynorsk: a simple rule of language, and said to be one.
//!
//! In Norwegian a yes/no question has its finite verb first, and an open one its question word.
//! Around that lie tasks, requests dressed as questions, choices, and questions that carry their
//! answer. What the rule cannot place it calls unknown, and unknown is never a finding.
//!
//! Only questions people work with, and tasks to prepare, are for this; never checklists.
//!
//! `corpus.tsv` holds sentences labelled before the rules were tuned. Each `*held_out.tsv` was
//! frozen before the rules had answered it, and measured once; a test reports them all.

pub mod bank;

mod front;
mod read;
mod sentence;
mod shape;
mod slip;
mod task;
mod words;

use sentence::Sentence;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    Open,
    Task,
    Closed,
    Leading,
    Narrow,
    Unknown,
}

impl Class {
    pub const ALL: &[Self] =
        &[Self::Open, Self::Task, Self::Closed, Self::Leading, Self::Narrow, Self::Unknown];

    /// The catalogue's name, stable for outside readers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "ÅPENT",
            Self::Task => "ÅPEN_OPPGAVE",
            Self::Closed => "LUKKET",
            Self::Leading => "LEDENDE",
            Self::Narrow => "SMALT",
            Self::Unknown => "UKJENT",
        }
    }
}

/// A sentence and what it was taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    pub sentence: String,
    pub class: Class,
}

/// Reads each sentence of a prompt on its own.
#[must_use]
pub fn classify(text: &str) -> Vec<Reading> {
    let sentences = sentence::split(text).into_iter();
    let read = sentences
        .map(|it| Reading { class: read::class(&Sentence::of(it)), sentence: it.to_owned() });
    read.collect()
}

/// What a whole prompt is: the gravest of what it holds, else the first that is known.
#[must_use]
pub fn overall(readings: &[Reading]) -> Class {
    let holds = |class: Class| readings.iter().any(|it| it.class == class);
    if holds(Class::Leading) {
        return Class::Leading;
    }
    if holds(Class::Closed) {
        return Class::Closed;
    }
    let known = readings.iter().map(|it| it.class).find(|it| *it != Class::Unknown);
    known.unwrap_or(Class::Unknown)
}

/// A way to say it instead, as a button. The words of each are in the text files; `…` is a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reframing {
    What,
    How,
    WhatWay,
    WhatMakes,
    Links,
    AndWhatLies,
    ForAndAgainst,
}

impl Reframing {
    pub const ALL: &[Self] = &[
        Self::What,
        Self::How,
        Self::WhatWay,
        Self::WhatMakes,
        Self::Links,
        Self::AndWhatLies,
        Self::ForAndAgainst,
    ];

    /// Its key in the text files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::What => "frame-what",
            Self::How => "frame-how",
            Self::WhatWay => "frame-what-way",
            Self::WhatMakes => "frame-what-makes",
            Self::Links => "frame-links",
            Self::AndWhatLies => "frame-and-what-lies",
            Self::ForAndAgainst => "frame-for-and-against",
        }
    }
}

/// Puts a question into a frame. A frame with a blank stands for the planner to fill in; one
/// without goes before a question that has its verb first, and *and what lies* goes after.
#[must_use]
pub fn reframe(question: &str, frame: Reframing, words: &str) -> String {
    match frame {
        Reframing::How | Reframing::WhatWay => {
            let mut letters = question.trim().chars();
            let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
            format!("{words} {first}{}", letters.as_str())
        }
        Reframing::AndWhatLies => format!("{} {words}", question.trim()),
        Reframing::What | Reframing::WhatMakes | Reframing::Links | Reframing::ForAndAgainst => {
            words.to_owned()
        }
    }
}

/// Takes out the words that lead: *ikke, jo, vel* and a tag at the end.
#[must_use]
pub fn unload(question: &str) -> String {
    let mut text = question.trim().to_owned();
    for tag in
        [", ikke sant?", ", ikkje sant?", ", eller hva?", ", eller kva?", ", sant?", ", vel?"]
    {
        if let Some(rest) = text.strip_suffix(tag) {
            text = format!("{rest}?");
        }
    }
    let leads = |it: &&str| !["ikke", "ikkje", "jo", "vel"].contains(it);
    let kept: Vec<&str> = text.split(' ').filter(leads).collect();
    kept.join(" ")
}

/// Parts a double question at the seam.
#[must_use]
pub fn split(question: &str) -> Vec<String> {
    if question.matches('?').count() > 1 {
        let parts = question.split_inclusive('?').map(|it| it.trim().to_owned());
        return parts.filter(|it| !it.is_empty()).collect();
    }
    let seams = words::SEAMS.iter().filter_map(|seam| Some((question.find(seam)?, *seam)));
    let Some((at, seam)) = seams.min_by_key(|(at, _)| *at) else {
        return vec![question.to_owned()];
    };
    let first = question[..at].trim_end_matches([',', ' ']);
    let rest = question[at..].trim_start();
    let rest = rest.split_once(' ').map_or(rest, |(_, rest)| rest);
    let mut letters = rest.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    debug_assert!(!seam.is_empty());
    vec![format!("{first}?"), format!("{capital}{}", letters.as_str())]
}

#[cfg(test)]
mod tests;
