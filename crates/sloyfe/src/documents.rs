//! Documents that follow from the code: the routes, the ways of working and the rules of Møteråd.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use kernel::lang::Lang;
use kernel::tool::Tool;
use plan::lint::texts::Wording;
use texts::source;
use web::routes::{ROUTES, as_json};

pub fn print_routes(json: bool) -> anyhow::Result<()> {
    if json {
        println!("{}", serde_json::to_string_pretty(&as_json())?);
    } else {
        for route in ROUTES.iter() {
            println!("{:5} {:45} {}", route.method, route.path, route.who.words().join(", "));
        }
    }
    Ok(())
}

/// Writes the documents, or tells which of them are not as they should be.
pub fn generate(out: &Path, check: bool) -> anyhow::Result<ExitCode> {
    let mut stale = vec![];
    for (name, text) in documents()? {
        let path = out.join(name);
        if std::fs::read_to_string(&path).is_ok_and(|is| is == text) {
            continue;
        }
        if check {
            stale.push(path);
            continue;
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("cannot make {}", folder.display()))?;
        }
        std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    for path in &stale {
        eprintln!("{} is not as the code says: run cargo xtask gen", path.display());
    }
    Ok(if stale.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn documents() -> anyhow::Result<BTreeMap<PathBuf, String>> {
    let texts = web::words::load()?;
    let tools = tools::ALL
        .iter()
        .map(|tool| (PathBuf::from("tools").join(format!("{}.md", tool.name)), tool_page(tool)));
    let rules = plan::lint::pages::pages(Wording::of(&texts, Lang::Nb)).into_iter();
    let rules = rules.map(|(name, page)| (PathBuf::from("rules").join(name), page));
    Ok(tools.chain(rules).chain([(PathBuf::from("routes.md"), routes_page())]).collect())
}

fn routes_page() -> String {
    let mut page = String::from(
        "# Routes\n\nGenerated from `crates/web/src/routes.rs`; whoever is not named is answered \
         404.\n\n| Method | Path | Who | Objects |\n|---|---|---|---|\n",
    );
    for route in ROUTES.iter() {
        let who = route.who.words().join(", ");
        let objects = route.objects.join(", ");
        let _ = writeln!(page, "| {} | `{}` | {who} | {objects} |", route.method, route.path);
    }
    page
}

/// Returns a tool's page: what it is for, its steps in words, its scenarios and its sources.
fn tool_page(tool: &Tool) -> String {
    let texts = source::messages(tool.texts_in(Lang::Nb));
    let own = texts.iter().find(|message| message.key == tool.name);
    let title = own.map_or(tool.name, |message| message.text.as_str());
    let (least, most) = tool.people;
    let mut page = format!("# {title}\n\n`{}` · {least}–{most} personer · ", tool.name);
    let _ = writeln!(page, "vanskegrad {} av 3\n", tool.difficulty);
    if let Some(own) = own {
        for (name, label) in [("purpose", "Hva"), ("when", "Når"), ("result", "Resultat")] {
            if let Some(text) = own.attribute(name) {
                let _ = writeln!(page, "**{label}:** {text}\n");
            }
        }
    }
    if tool.confidential {
        page.push_str("Det som skrives, blir ved bordet.\n\n");
    }
    page.push_str("## Steg\n\n");
    for message in texts.iter().filter(|message| message.attribute("script").is_some()) {
        let step = message.attribute("title").unwrap_or(&message.key);
        let _ = writeln!(page, "- **{step}** – {}", message.text);
        for (name, label) in [("script", "Si"), ("paper", "På papir")] {
            if let Some(text) = message.attribute(name) {
                let _ = writeln!(page, "  - {label}: {text}");
            }
        }
    }
    if !tool.scenarios.is_empty() {
        let _ = writeln!(page, "\n## Scenarier\n\n{}", shifted(tool.scenarios).trim());
    }
    if !tool.sources.is_empty() {
        let _ = writeln!(page, "\n## Kilder\n\n{}", tool.sources.join(", "));
    }
    page
}

/// Moves headings two levels down, so that they stand under the page's own.
fn shifted(markdown: &str) -> String {
    let lines = markdown.lines().map(|line| {
        if line.starts_with('#') { format!("##{line}\n") } else { format!("{line}\n") }
    });
    lines.collect()
}
