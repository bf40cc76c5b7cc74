//! A page a rule for `docs/rules/`, made from the rule's own comment and its texts.

use super::texts::Wording;
use super::{Figure, Rule, Severity, rules, waiting};

/// File names and their Markdown, in the order of the catalogue, with an index last.
#[must_use]
pub fn pages(texts: Wording<'_>) -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = rules()
        .iter()
        .map(|rule| (format!("{}.md", rule.id.to_lowercase()), page(rule, texts)))
        .collect();
    pages.push(("README.md".to_owned(), index(texts)));
    pages
}

fn page(rule: &Rule, texts: Wording<'_>) -> String {
    let docs = rule.source.lines().map_while(|it| it.strip_prefix("//!"));
    let mut docs = docs.map(|it| it.strip_prefix(' ').unwrap_or(it));
    let first = docs.next().unwrap_or_default();
    let rest: Vec<&str> = docs.collect();
    let scope = if rule.of_administration { "every meeting" } else { "meetings of development" };
    let severity = severity_of(rule);
    let example = example(rule, texts);
    let waits = waiting::for_what(rule.id).map_or(String::new(), |it| {
        format!("\n*Not shown on the page of a plan yet: it waits for {}.*\n", it.in_words())
    });
    format!(
        "# {} `{}`\n\n{first}\n\n*{severity}, for {scope}, since {}.*\n{waits}\n> {example}\n{}\n\n\
         Sources: {}\n",
        rule.id,
        rule.name,
        rule.since,
        rest.join("\n").trim_end(),
        rule.sources().collect::<Vec<_>>().join(", ")
    )
}

fn severity_of(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Missing => "Mangler (M)",
        Severity::Consider if rule.may_be_a_tip => "Bør vurderes (V), or Tips (T)",
        Severity::Consider => "Bør vurderes (V)",
        Severity::Tip => "Tips (T)",
    }
}

/// The words as a planner meets them, with blanks for the figures.
fn example(rule: &Rule, texts: Wording<'_>) -> String {
    let blanks = [
        "title",
        "goal",
        "groups",
        "roles",
        "tool",
        "percent",
        "minutes",
        "days",
        "agreed",
        "people",
        "questions",
        "times",
        "each",
        "needed",
        "goals",
        "most",
        "least",
        "question",
    ];
    let finding =
        blanks.iter().fold(rule.on_plan(), |it, name| it.with(name, Figure::Text("…".to_owned())));
    format!("{} {}", texts.what(&finding), texts.what_to_do(&finding))
}

fn index(texts: Wording<'_>) -> String {
    let mut page = "# Rules of Møteråd\n\nSome rules ask for what no row can tell yet. `sloyfe lint` \
                    has it from the file it reads; on the page of a plan they are not shown and \
                    not counted.\n\n| Rule | Weight | Name | Says | Waits for |\n|---|---|---|---|---|\n"
        .to_owned();
    for rule in rules() {
        let file = rule.id.to_lowercase();
        let says = example(rule, texts);
        let waits = waiting::for_what(rule.id).map_or("", waiting::Waits::in_words);
        let link = format!("[{}]({file}.md)", rule.id);
        let row = [&link, rule.severity.letter(), rule.name, &says, waits];
        page.extend(["| ", &row.join(" | "), " |\n"]);
    }
    page
}
