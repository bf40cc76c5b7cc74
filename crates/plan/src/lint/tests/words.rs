//! Three languages with the same keys, and none of the words we do not use.

use std::collections::BTreeSet;

use kernel::lang::Lang;
use texts::source;

use super::examples::{examples_in, found_in, parse};
use super::fixtures::{look_at, read};
use crate::document::Plan;
use crate::edit::Desk;
use crate::edit::mend::{Mend, mend};
use crate::lint::around::Around;
use crate::lint::praise::Praise;
use crate::lint::tests::wording;
use crate::lint::texts::FILES;
use crate::lint::{Look, Remedy, look, pages, rules};
use crate::questions::bank::Bank;
use crate::questions::{Reframing, bank};

fn keys(lang: Lang) -> BTreeSet<String> {
    source::names(lang.pick(FILES))
}

#[test]
fn every_key_is_there_in_every_language() {
    let nb = keys(Lang::Nb);
    assert_eq!(nb, keys(Lang::Nn));
    assert_eq!(nb, keys(Lang::En));
    for language in Lang::ALL {
        assert_eq!(wording(language).lang(), language);
    }
    for rule in rules::ALL {
        for part in ["", ".why", ".do"] {
            assert!(nb.contains(&format!("{}{part}", rule.name)), "{}{part}", rule.name);
        }
    }
}

/// Every remedy that the rules offer in their own examples.
fn offered() -> Vec<Remedy> {
    let examples = rules::ALL.iter().flat_map(|rule| {
        let examples = examples_in(rule).into_iter();
        examples.flat_map(move |(_, json)| {
            let (plan, around) = read(&parse(rule, &json));
            found_in(rule, &plan, &around)
        })
    });
    examples.flat_map(|finding| finding.remedies).collect()
}

#[test]
fn every_choice_has_a_label_and_its_words() {
    let remedies = offered();
    assert!(60 < remedies.len());
    for language in Lang::ALL {
        let texts = wording(language);
        for remedy in &remedies {
            assert!(!texts.label(remedy.key).starts_with("remedy-"), "{remedy:?}");
            let writes = match &remedy.mend {
                Mend::Write(_)
                | Mend::Prepare
                | Mend::Insert { .. }
                | Mend::Reframe { .. }
                | Mend::StrengthFirst(_) => true,
                Mend::Press(_)
                | Mend::Turn(_)
                | Mend::StartPurpose
                | Mend::StartFrames
                | Mend::KeepGoals(_)
                | Mend::SetEnd(_)
                | Mend::GiveAway(_)
                | Mend::PrepareInMeeting { .. }
                | Mend::MoveDue(_)
                | Mend::StartProgram
                | Mend::LayOut(_)
                | Mend::BreakTalk { .. }
                | Mend::ThinkFirst(_)
                | Mend::Challenge(_)
                | Mend::Return { .. }
                | Mend::ReporterMinutes { .. }
                | Mend::Unload { .. }
                | Mend::SplitQuestion { .. }
                | Mend::KeepQuestions { .. } => false,
            };
            assert_eq!(!texts.written(remedy.key).is_empty(), writes, "{remedy:?}");
        }
        for purpose in Bank::ALL {
            assert!(!texts.label(purpose.key()).starts_with("remedy-"), "{purpose:?}");
            assert!(bank::of(language, *purpose).next().is_some(), "{purpose:?}");
        }
        for frame in Reframing::ALL {
            assert!(!texts.label(frame.key()).starts_with("remedy-"), "{frame:?}");
            assert!(!texts.written(frame.key()).is_empty(), "{frame:?}");
        }
    }
}

/// An empty plan after a remedy of openings, as the rules see it.
fn begun(opening: &Mend, language: Lang) -> (Plan, Look) {
    let desk = Desk { ways: &[], texts: wording(language), reason: "" };
    let begun = mend(&Plan::default(), opening, "", &desk).unwrap();
    let seen = look(&begun, &Around::default(), &[]);
    (begun, seen)
}

/// Else a frame that nobody has filled in would count as said.
#[test]
fn a_frame_that_is_only_begun_is_not_said() {
    for language in Lang::ALL {
        let (begun, seen) = begun(&Mend::StartFrames, language);
        assert!(!begun.frames.decided.is_empty() && !begun.frames.open.is_empty());
        let frames = seen.findings.iter().find(|it| it.rule == "RAM-01").expect("not yet said");
        assert!(frames.remedies.is_empty(), "begun once is enough");
        assert!(seen.praise.iter().all(|it| it.name != "frames"));
    }
}

#[test]
fn a_purpose_that_is_only_begun_is_not_written() {
    for language in Lang::ALL {
        let (_, seen) = begun(&Mend::StartPurpose, language);
        let purpose = seen.findings.iter().find(|it| it.rule == "FOR-01").expect("not yet written");
        assert!(purpose.remedies.is_empty(), "begun once is enough");
        assert!(seen.praise.iter().all(|it| it.name != "purpose"));
    }
}

#[test]
fn missing_roles_are_named_in_the_language_of_the_reader() {
    let group = r#"{"items": [{"title": "Gruppe", "mode": "G"}], "roles": ["Reporter"]}"#;
    let found = super::fixtures::found(&super::fixtures::parse(group));
    let roles = found.iter().find(|it| it.rule == "ROLL-01").expect("three are missing");
    let said = Lang::ALL.map(|language| wording(language).what(roles));
    assert_eq!(said[0], "Roller mangler: ordstyrer, tidtaker, viddevakt.");
    assert_eq!(said[1], "Roller manglar: ordstyrar, tidtakar, viddevakt.");
    assert_eq!(said[2], "Roles are missing: chair, timekeeper, focus keeper.");
}

#[test]
fn roles_are_given_out_whatever_language_they_are_written_in() {
    for roles in [
        r#"["Ordstyrar", "Tidtakar", "Reporter", "Viddevakt"]"#,
        r#"["chair", "Timekeeper", "reporter", "Focus keeper"]"#,
    ] {
        let group = format!(r#"{{"items": [{{"title": "G", "mode": "G"}}], "roles": {roles}}}"#);
        let found = super::fixtures::found(&super::fixtures::parse(&group));
        assert!(found.iter().all(|it| it.rule != "ROLL-01"), "{roles}");
    }
}

#[test]
fn findings_speak_whole_sentences() {
    for language in Lang::ALL {
        let texts = wording(language);
        for json in [super::fixtures::A, super::fixtures::B, super::fixtures::C] {
            for finding in super::fixtures::found(&super::fixtures::parse(json)) {
                let said =
                    texts.what(&finding) + &texts.why(&finding) + &texts.what_to_do(&finding);
                assert!(!said.contains("{$") && !said.contains(finding.name), "{said}");
            }
            for praise in look_at(json).praise {
                assert!(!texts.praise(&praise).starts_with("praise-"));
            }
        }
    }
    let praise = Praise { name: "active", percent: 86 };
    let said = wording(Lang::Nb).praise(&praise);
    assert_eq!(said, "Deltakerne er aktive i 86 % av tida.");
}

#[test]
fn nothing_is_wrong_red_or_invalid() {
    for language in Lang::ALL {
        let source = language.pick(FILES).to_lowercase();
        let forbidden =
            ["ugyldig", " feil", "rød ", "vennligst", "bruker ", "gruppen ", "tiden ", "timen "];
        for word in forbidden {
            assert!(!source.contains(word), "{}: {word}", language.tag());
        }
    }
    let nn = Lang::Nn.pick(FILES).to_lowercase();
    let nn_words: Vec<&str> = nn.split(|it: char| !it.is_alphabetic()).collect();
    for bokmal in ["ikke", "hva", "hvordan", "hvem", "jeg", "fra", "noe", "dere", "hvorfor", "være"]
    {
        assert!(!nn_words.contains(&bokmal), "nynorsk says {bokmal}");
    }
}

#[test]
fn every_rule_has_its_page() {
    let pages = pages::pages(wording(Lang::Nb));
    assert_eq!(pages.len(), rules::ALL.len() + 1);
    let (name, page) = &pages[0];
    assert_eq!(name, "for-01.md");
    assert!(page.starts_with("# FOR-01 `purpose-unwritten`"));
    assert!(page.contains("## Flawed") && page.contains("Mangler (M)"));
}
