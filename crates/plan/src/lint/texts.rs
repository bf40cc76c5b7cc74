//! The words of Møteråd, in three languages. A rule never holds a word.

use kernel::lang::Lang;
use texts::{Argument, Texts, Words};

use super::praise::Praise;
use super::{Figure, Finding, Severity};

/// The files of words, to be gathered with those of other features.
pub const FILES: [&str; 3] = kernel::texts!(".");

/// The text whose attributes name the roles, as they are called in a sentence.
pub(super) const ROLES: &str = "roles-unfilled";

/// How Møteråd says what it has found, in one language.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    words: Words<'a>,
}

impl<'a> Wording<'a> {
    /// Speaks a language, with texts that [`FILES`] are among.
    #[must_use]
    pub const fn of(texts: &'a Texts, lang: Lang) -> Self {
        Self { words: texts.words(lang) }
    }

    /// The words of the whole catalogue, where those of a way of working are asked for.
    #[must_use]
    pub const fn words(self) -> Words<'a> {
        self.words
    }

    /// The language that the words are in.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.words.lang()
    }

    #[must_use]
    pub fn what(self, finding: &Finding) -> String {
        self.words.get(finding.name, &self.figures(finding))
    }

    #[must_use]
    pub fn why(self, finding: &Finding) -> String {
        self.words.attr(finding.name, "why", &self.figures(finding))
    }

    #[must_use]
    pub fn what_to_do(self, finding: &Finding) -> String {
        self.words.attr(finding.name, "do", &self.figures(finding))
    }

    #[must_use]
    pub fn praise(self, praise: &Praise) -> String {
        self.words.get(&format!("praise-{}", praise.name), &[("percent", praise.percent.into())])
    }

    /// The label of the button of the remedy with a key.
    #[must_use]
    pub fn label(self, remedy: &str) -> String {
        self.words.word(&format!("remedy-{remedy}"))
    }

    /// What a remedy writes into the plan; empty when it writes nothing.
    #[must_use]
    pub fn written(self, remedy: &str) -> String {
        let key = format!("remedy-{remedy}");
        self.words.find(&key, Some("text"), &[]).unwrap_or_default()
    }

    #[must_use]
    pub fn severity(self, severity: Severity) -> String {
        self.word(match severity {
            Severity::Missing => "severity-missing",
            Severity::Consider => "severity-consider",
            Severity::Tip => "severity-tip",
        })
    }

    #[must_use]
    pub fn word(self, key: &str) -> String {
        self.words.word(key)
    }

    /// A text about something that has a name.
    #[must_use]
    pub fn named(self, key: &str, name: &str) -> String {
        self.words.get(key, &[("name", name.into())])
    }

    #[must_use]
    pub fn counted(self, key: &str, name: &str, count: usize) -> String {
        self.words.get(key, &[(name, count.into())])
    }

    fn figures(self, finding: &Finding) -> Vec<(&'static str, Argument<'_>)> {
        let figures = finding.figures.iter();
        figures.map(|(name, figure)| (*name, self.figure(figure))).collect()
    }

    fn figure(self, figure: &Figure) -> Argument<'_> {
        match figure {
            Figure::Number(number) => Argument::from(*number),
            Figure::Text(text) => Argument::from(text.as_str()),
            Figure::Tool(name) => Argument::from(self.word(name)),
            Figure::Roles(roles) => {
                let names = roles.iter().map(|role| self.words.attr(ROLES, role.key(), &[]));
                Argument::from(names.collect::<Vec<_>>().join(", "))
            }
        }
    }
}
