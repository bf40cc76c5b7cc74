//! Questions to start from, by what they are for.
//!
//! **Invariant `bank-is-open`:** no question of the bank would be a finding of Møteråd. A test
//! puts each of them, in bokmål and nynorsk, through the rules of questions.

use crate::lint::remedies::Bank;
use kernel::lang::Lang;

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

/// Returns the first question of a purpose that is not asked already.
#[must_use]
pub fn fresh(lang: Lang, purpose: Bank, asked: &[&str]) -> &'static str {
    let mut all = of(lang, purpose);
    let first = all.next().unwrap_or_default();
    let is_new = |it: &&str| !asked.contains(it);
    [first].into_iter().chain(all).find(is_new).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::draft::{Draft, Item, Question};
    use crate::lint::{Thresholds, lint};
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
                let asked = Question { text: question.to_owned(), open_enough: false };
                let item = Item { questions: vec![asked], ..Item::default() };
                let draft = Draft { items: vec![item], ..Draft::default() };
                let findings = lint(&draft, &Thresholds::default());
                let about = findings.iter().find(|it| it.rule.starts_with("SPM"));
                assert_eq!(about, None, "{question}");
            }
        }
    }

    #[test]
    fn a_question_that_is_asked_already_is_not_offered_again() {
        let first = fresh(Lang::Nb, Bank::Forward, &[]);
        assert_ne!(fresh(Lang::Nb, Bank::Forward, &[first]), first);
    }
}
