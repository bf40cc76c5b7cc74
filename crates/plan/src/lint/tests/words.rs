//! Three languages with the same keys, and none of the words we do not use.

use std::collections::BTreeSet;

use kernel::lang::Lang;
use texts::source;

use crate::lint::praise::{Praise, in_place};
use crate::lint::remedies::{Bank, ItemAim, Outcome, Piece, PrepIdea, Remedy, apply};
use crate::lint::tests::wording;
use crate::lint::texts::FILES;
use crate::lint::{Draft, Thresholds, lint, pages, rules};
use crate::questions::Frame;

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

#[test]
fn every_choice_has_a_label_and_its_words() {
    for language in Lang::ALL {
        let texts = wording(language);
        let mut remedies: Vec<Remedy> = vec![];
        remedies.extend(Outcome::ALL.iter().map(|it| Remedy::NameResult(*it)));
        remedies.extend(PrepIdea::ALL.iter().map(|it| Remedy::AddPrep(*it)));
        remedies.extend(ItemAim::ALL.iter().map(|it| Remedy::SetGoal { item: 0, aim: *it }));
        remedies.extend(Piece::ALL.iter().map(|it| Remedy::Insert { at: 0, piece: *it }));
        remedies.extend(Bank::ALL.iter().map(|it| Remedy::Ask { item: 0, from: *it }));
        let frames = Frame::ALL.iter();
        remedies.extend(frames.map(|it| Remedy::Reframe { item: 0, question: 0, frame: *it }));
        for remedy in remedies {
            assert!(!texts.label(&remedy).starts_with("remedy-"), "{remedy:?}");
            assert!(!texts.written(&remedy).is_empty(), "{remedy:?}");
        }
    }
}

/// Else a frame that nobody has filled in would count as said.
#[test]
fn a_frame_that_is_only_begun_is_not_said() {
    for language in Lang::ALL {
        let begun = apply(&Draft::default(), &Remedy::StartFrames, wording(language));
        assert!(begun.frames.decided.is_some() && begun.frames.open.is_some());
        let found = lint(&begun, &Thresholds::default());
        let frames = found.iter().find(|it| it.rule == "RAM-01").expect("not yet said");
        assert!(frames.remedies.is_empty(), "begun once is enough");
        assert!(in_place(&begun, &Thresholds::default()).iter().all(|it| it.name != "frames"));
    }
}

#[test]
fn a_purpose_that_is_only_begun_is_not_written() {
    for language in Lang::ALL {
        let begun = apply(&Draft::default(), &Remedy::StartPurpose, wording(language));
        let found = lint(&begun, &Thresholds::default());
        let purpose = found.iter().find(|it| it.rule == "FOR-01").expect("not yet written");
        assert!(purpose.remedies.is_empty(), "begun once is enough");
        assert!(in_place(&begun, &Thresholds::default()).iter().all(|it| it.name != "purpose"));
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
            for praise in in_place(&super::fixtures::parse(json), &Thresholds::default()) {
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
    assert_eq!(pages.len(), 62);
    let (name, page) = &pages[0];
    assert_eq!(name, "for-01.md");
    assert!(page.starts_with("# FOR-01 `purpose-unwritten`"));
    assert!(page.contains("## Flawed") && page.contains("Mangler (M)"));
}
