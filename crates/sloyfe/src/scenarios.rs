//! The scenarios that come with the program: the deck's own meetings, with invented people.

use anyhow::Context as _;
use plan::document::Plan;
use web::before::meetings::Template;

const SCENARIOS: [(&str, [&str; 3]); 2] = [
    (
        "mentor-gathering",
        [
            include_str!("../scenarios/mentor-gathering.nb.json"),
            include_str!("../scenarios/mentor-gathering.nn.json"),
            include_str!("../scenarios/mentor-gathering.en.json"),
        ],
    ),
    (
        "learning-meetings-workshop",
        [
            include_str!("../scenarios/learning-meetings-workshop.nb.json"),
            include_str!("../scenarios/learning-meetings-workshop.nn.json"),
            include_str!("../scenarios/learning-meetings-workshop.en.json"),
        ],
    ),
];

/// Returns the scenarios as plans to start from.
pub fn all() -> anyhow::Result<Vec<Template>> {
    let templates = SCENARIOS.iter().map(|(name, [nb, nn, en])| {
        let read = |text: &str| {
            serde_json::from_str::<Plan>(text).with_context(|| format!("the scenario {name}"))
        };
        let plans = [read(nb)?, read(nn)?, read(en)?];
        Ok(Template { name: (*name).to_owned(), plans })
    });
    templates.collect()
}

/// Returns one scenario by name.
pub fn named(name: &str) -> anyhow::Result<Template> {
    let found = all()?.into_iter().find(|template| template.name == name);
    found.with_context(|| {
        let names: Vec<&str> = SCENARIOS.iter().map(|(name, _)| *name).collect();
        format!("no scenario {name}; there are {}", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use kernel::lang::Lang;

    #[test]
    fn every_scenario_can_run_in_every_language() {
        for template in super::all().unwrap() {
            for lang in Lang::ALL {
                let plan = template.plan(lang);
                assert_eq!(plan.lang, lang);
                assert_eq!(plan.problems(|tool| tools::named(tool).is_some()), vec![]);
            }
        }
    }

    #[test]
    fn the_mentor_gathering_lasts_two_hours() {
        let template = super::named("mentor-gathering").unwrap();
        assert_eq!(template.plan(Lang::Nb).minutes(), 120);
    }

    #[test]
    fn the_three_languages_have_the_same_program() {
        for template in super::all().unwrap() {
            let [nb, nn, en] = &template.plans;
            for other in [nn, en] {
                let rows = |plan: &plan::document::Plan| {
                    let rows = plan.items.iter();
                    let row = |item: &plan::document::Item| {
                        (item.tool.clone(), item.minutes, item.orders.len(), item.prepared)
                    };
                    rows.map(row).collect::<Vec<_>>()
                };
                assert_eq!(rows(nb), rows(other));
            }
        }
    }
}
