//! Questions to start from, by what they are for.
//!
//! **Invariant `bank-is-open`:** no question of the bank would be a finding of Møteråd. A test
//! puts each of them, in bokmål and nynorsk, through the rules of questions.

use kernel::lang::Lang;

/// What a question to start from is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bank {
    Explore,
    Strengths,
    Practice,
    Links,
    Forward,
}

impl Bank {
    pub const ALL: &[Bank] =
        &[Bank::Explore, Bank::Strengths, Bank::Practice, Bank::Links, Bank::Forward];

    /// Its key in the text files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Bank::Explore => "bank-explore",
            Bank::Strengths => "bank-strengths",
            Bank::Practice => "bank-practice",
            Bank::Links => "bank-links",
            Bank::Forward => "bank-forward",
        }
    }

    /// Its name in addresses and in the files of the bank: `explore`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.key().trim_start_matches("bank-")
    }

    /// Returns the purpose of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Bank> {
        Bank::ALL.iter().copied().find(|bank| bank.name() == name)
    }
}

/// Returns the questions of a purpose; the first is the one that a remedy writes.
pub fn of(lang: Lang, purpose: Bank) -> impl Iterator<Item = &'static str> {
    let source = lang.pick([
        include_str!("bank/nb.txt"),
        include_str!("bank/nn.txt"),
        include_str!("bank/en.txt"),
    ]);
    let is_heading = move |line: &&str| line.strip_prefix("# ") == Some(purpose.name());
    let own = source.lines().skip_while(move |line| !is_heading(line)).skip(1);
    own.take_while(|line| !line.starts_with('#'))
}

/// Returns which question of a purpose is the first that is not asked already.
#[must_use]
pub fn fresh(lang: Lang, purpose: Bank, asked: &[String]) -> usize {
    let is_new = |it: &str| !asked.iter().any(|asked| asked == it);
    of(lang, purpose).position(is_new).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Item, Plan};
    use crate::lint::around::Around;
    use crate::lint::lint;
    use crate::questions::{Class, classify};

    const NORWEGIAN: [Lang; 2] = [Lang::Nb, Lang::Nn];

    #[test]
    fn each_purpose_has_six_to_ten_and_none_stands_twice() {
        for language in Lang::ALL {
            let counts: Vec<usize> =
                Bank::ALL.iter().map(|purpose| of(language, *purpose).count()).collect();
            assert!(counts.iter().all(|count| (6..=10).contains(count)), "{counts:?}");
            let mut all: Vec<&str> = Bank::ALL.iter().flat_map(|it| of(language, *it)).collect();
            let before = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), before);
        }
    }

    #[test]
    fn the_three_languages_have_the_same_questions() {
        for purpose in Bank::ALL {
            let counts = Lang::ALL.map(|language| of(language, *purpose).count());
            assert!(counts.windows(2).all(|pair| pair[0] == pair[1]), "{purpose:?} {counts:?}");
        }
    }

    #[test]
    fn every_question_is_read_as_open() {
        for language in NORWEGIAN {
            for question in Bank::ALL.iter().flat_map(|purpose| of(language, *purpose)) {
                let classes: Vec<Class> = classify(question).iter().map(|it| it.class).collect();
                let is_open = matches!(classes[..], [Class::Open | Class::Task]);
                assert!(is_open, "{question} {classes:?}");
            }
        }
    }

    #[test]
    fn no_question_is_itself_a_finding() {
        for language in NORWEGIAN {
            for question in Bank::ALL.iter().flat_map(|purpose| of(language, *purpose)) {
                let item = Item { questions: vec![question.to_owned()], ..Item::default() };
                let plan = Plan { items: vec![item], ..Plan::default() };
                let findings = lint(&plan, &Around::default(), &[]);
                let about = findings.iter().find(|it| it.rule.starts_with("SPM"));
                assert_eq!(about, None, "{question}");
            }
        }
    }

    #[test]
    fn a_question_that_is_asked_already_is_not_offered_again() {
        let of = |nth| of(Lang::Nb, Bank::Forward).nth(nth).unwrap();
        let fresh = |asked: &[String]| fresh(Lang::Nb, Bank::Forward, asked);
        let first = of(fresh(&[]));
        assert_ne!(of(fresh(&[first.to_owned()])), first);
    }
}
