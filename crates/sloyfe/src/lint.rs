//! `sloyfe lint`: what a plan or an old agenda lacks, said at a prompt. Nothing is sent anywhere.
//!
//! `docs/lint.md` promises the options, the JSON and the exit codes to outside readers.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use agenda::Read;
use agenda::refusal::NotRead;
use anyhow::Context as _;
use kernel::lang::Lang;
use kernel::local::Day;
use plan::document::MeetingKind;
use plan::draft::Draft;
use plan::lint::praise::Praise;
use plan::lint::texts::{FILES, Wording};
use plan::lint::{Finding, Look, Severity, Spot, Thresholds, look, shown};
use plan::questions;
use serde_json::json;
use texts::Texts;

/// Advice on a plan or an agenda.
#[derive(clap::Args)]
pub struct Args {
    /// A plan (JSON) or an agenda (.txt, .md, .docx, .odt, .pdf, .ics); `-` reads standard input.
    file: Option<PathBuf>,
    /// Print JSON instead of text.
    #[arg(long)]
    json: bool,
    /// Only read an agenda and print what was found in it.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["file", "questions"])]
    read: Option<PathBuf>,
    /// Print one `CLASS<TAB>sentence` for each line of the file.
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    questions: Option<PathBuf>,
    /// The day that relative dates are read from, as 2026-10-01.
    #[arg(long, value_name = "DATE")]
    today: Option<Day>,
    /// nb, nn or en.
    #[arg(long, default_value = "nb", value_parser = parse_language)]
    lang: Lang,
    /// Thresholds of the organisation, as JSON.
    #[arg(long, value_name = "FILE")]
    thresholds: Option<PathBuf>,
}

fn parse_language(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| "write nb, nn or en".to_owned())
}

/// Nothing is missing.
const SOUND: u8 = 0;
/// Something that a meeting needs is missing (M).
const MISSING: u8 = 1;
/// The file was refused or could not be read.
const REFUSED: u8 = 3;

/// # Errors
///
/// When a file cannot be opened or the output cannot be written.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(file) = &args.questions {
        return print_classes(file);
    }
    let today = Some(args.today.unwrap_or_else(today));
    if let Some(file) = &args.read {
        return print_reading(args, file, today);
    }
    let file = args.file.clone().context("name a file, or - for standard input")?;
    let bytes = bytes_of(&file)?;
    let thresholds = thresholds(args)?;
    match opened(&bytes, today) {
        Ok((draft, read)) => print_findings(args, &draft, read.as_ref(), &thresholds),
        Err(NotOpened::Refused(refusal)) => refused(args, refusal),
        Err(NotOpened::NotAPlan(why)) => {
            eprintln!("{}: {why}", file.display());
            Ok(ExitCode::from(REFUSED))
        }
    }
}

enum NotOpened {
    Refused(NotRead),
    NotAPlan(serde_json::Error),
}

/// A plan as it is, or an agenda with its reading. JSON begins with a brace.
fn opened(bytes: &[u8], today: Option<Day>) -> Result<(Draft, Option<Read>), NotOpened> {
    let plain = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if plain.trim_ascii_start().starts_with(b"{") && bytes.len() <= agenda::FILE_BYTES_MAX {
        let mut draft: Draft = serde_json::from_slice(plain).map_err(NotOpened::NotAPlan)?;
        let dated = draft.start.is_some_and(|it| it.day.is_some());
        draft.today = draft.today.or(today).filter(|_| dated);
        return Ok((draft, None));
    }
    let read = agenda::read_bytes(bytes, today).map_err(NotOpened::Refused)?;
    Ok((read.draft(today), Some(read)))
}

fn thresholds(args: &Args) -> anyhow::Result<Thresholds> {
    let Some(file) = &args.thresholds else { return Ok(Thresholds::default()) };
    let bytes = bytes_of(file)?;
    serde_json::from_slice(&bytes).with_context(|| format!("thresholds in {}", file.display()))
}

/// No more than an agenda may be is ever held in memory.
fn bytes_of(file: &Path) -> anyhow::Result<Vec<u8>> {
    let most = agenda::FILE_BYTES_MAX as u64 + 1;
    let mut bytes = vec![];
    if file == Path::new("-") {
        std::io::stdin().take(most).read_to_end(&mut bytes).context("standard input")?;
    } else {
        let opened =
            std::fs::File::open(file).with_context(|| format!("open {}", file.display()))?;
        opened
            .take(most)
            .read_to_end(&mut bytes)
            .with_context(|| format!("read {}", file.display()))?;
    }
    Ok(bytes)
}

/// The shell is told no day, so it asks the clock.
fn today() -> Day {
    Day(jiff::ZonedDateTime::now().date())
}

fn refused(args: &Args, refusal: NotRead) -> anyhow::Result<ExitCode> {
    let message = words()?.get(args.lang, refusal.key(), &[]);
    if args.json {
        let reason = format!("{refusal:?}");
        print(&json!({"refused": {"reason": reason, "message": message}}).to_string())?;
    } else {
        eprintln!("{message}");
    }
    Ok(ExitCode::from(REFUSED))
}

fn print(text: &str) -> anyhow::Result<()> {
    let written = writeln!(std::io::stdout(), "{}", text.trim_end());
    match written {
        // Whoever reads has seen enough.
        Err(failure) if failure.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output"),
    }
}

fn print_classes(file: &Path) -> anyhow::Result<ExitCode> {
    let bytes = bytes_of(file)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = String::new();
    for line in text.lines().filter(|it| !it.trim().is_empty()) {
        let class = questions::overall(&questions::classify(line));
        writeln!(lines, "{}\t{line}", class.name())?;
    }
    print(&lines)?;
    Ok(ExitCode::from(SOUND))
}

fn print_reading(args: &Args, file: &Path, today: Option<Day>) -> anyhow::Result<ExitCode> {
    let bytes = bytes_of(file)?;
    let read = match agenda::read_bytes(&bytes, today) {
        Ok(read) => read,
        Err(refusal) => return refused(args, refusal),
    };
    if args.json {
        print(&serde_json::to_string_pretty(&read)?)?;
    } else {
        print(&reading_in_words(&read, Wording::of(&words()?, args.lang))?)?;
    }
    Ok(ExitCode::from(SOUND))
}

fn words() -> anyhow::Result<Texts> {
    Ok(Texts::new([FILES, agenda::refusal::TEXTS])?)
}

fn reading_in_words(read: &Read, texts: Wording<'_>) -> anyhow::Result<String> {
    let mut page = String::new();
    let mut field = |key: &str, value: &str| {
        if value.is_empty() { Ok(()) } else { writeln!(page, "{}: {value}", texts.word(key)) }
    };
    field("read-title", read.title.as_deref().unwrap_or_default())?;
    let when: Vec<String> =
        [read.start, read.end].into_iter().flatten().map(|it| it.to_string()).collect();
    field("read-when", &when.join(" – "))?;
    field("read-place", read.place.as_deref().unwrap_or_default())?;
    field("read-attachments", &read.attachments.join(", "))?;
    writeln!(page, "\n{}", texts.word("read-items"))?;
    for (at, item) in read.items.iter().enumerate() {
        let minutes = item.minutes.map_or(String::new(), |it| format!(", {it} min"));
        let presenter = item.presenter.as_ref().map_or(String::new(), |it| format!(", v/ {it}"));
        let kind = format!("{:?}", item.kind).to_lowercase();
        writeln!(
            page,
            "  {}. {}{minutes}{presenter} ({kind}?)",
            at + 1,
            item.text.replace('\n', "\n     ")
        )?;
    }
    writeln!(page, "\n{}", texts.word("read-guess"))?;
    if !read.notes.is_empty() {
        writeln!(page, "\n{}", texts.word("read-notes"))?;
        for note in &read.notes {
            writeln!(page, "  {note}")?;
        }
    }
    Ok(page)
}

fn print_findings(
    args: &Args,
    draft: &Draft,
    read: Option<&Read>,
    thresholds: &Thresholds,
) -> anyhow::Result<ExitCode> {
    let words = words()?;
    let texts = Wording::of(&words, args.lang);
    let (plan, around) = draft.read(thresholds);
    // A file says itself what its ways of working take, so ours are not asked.
    let Look { praise, mut findings, .. } = look(&plan, &around, &[]);
    findings.retain(|it| !plan.dismissed.iter().any(|dismissed| dismissed.rule == it.rule));
    if args.json {
        let rows: Vec<serde_json::Value> = findings.iter().map(|it| row(it, texts)).collect();
        print(&json!({ "findings": rows }).to_string())?;
    } else {
        let mut page = String::new();
        if let Some(read) = read {
            page = reading_in_words(read, texts)?;
            if plan.kind == MeetingKind::Administration {
                writeln!(page, "\n{}", texts.word("read-drift"))?;
            }
            page.push('\n');
        }
        page += &advice_in_words(praise, &findings, thresholds, texts)?;
        print(&page)?;
    }
    let missing = findings.iter().any(|it| it.severity == Severity::Missing);
    Ok(ExitCode::from(if missing { MISSING } else { SOUND }))
}

fn row(finding: &Finding, texts: Wording<'_>) -> serde_json::Value {
    json!({
        "rule": finding.rule,
        "severity": finding.severity.letter(),
        "item": finding.item(),
        "message": texts.what(finding),
    })
}

fn advice_in_words(
    praised: Vec<Praise>,
    findings: &[Finding],
    thresholds: &Thresholds,
    texts: Wording<'_>,
) -> anyhow::Result<String> {
    let mut page = String::new();
    if !praised.is_empty() {
        writeln!(page, "{}", texts.word("in-place-title"))?;
        for praise in praised {
            writeln!(page, "  {}", texts.praise(&praise))?;
        }
        page.push('\n');
    }
    if findings.is_empty() {
        writeln!(page, "{}", texts.word("nothing-found"))?;
    }
    let shown = shown(findings, thresholds);
    for finding in shown.open {
        writeln!(
            page,
            "{}: {}{}  {}",
            texts.severity(finding.severity),
            place(finding, texts),
            texts.what(finding),
            finding.rule
        )?;
        writeln!(page, "  {}: {}", texts.word("why-label"), texts.why(finding))?;
        writeln!(page, "  {}: {}\n", texts.word("do-label"), texts.what_to_do(finding))?;
    }
    if !shown.later.is_empty() {
        writeln!(page, "{}\n", texts.counted("more-later", "count", shown.later.len()))?;
    }
    if !shown.tips.is_empty() {
        writeln!(page, "{}", texts.counted("tips-folded", "count", shown.tips.len()))?;
        for finding in shown.tips {
            writeln!(page, "  {}{}  {}", place(finding, texts), texts.what(finding), finding.rule)?;
        }
    }
    Ok(page)
}

fn place(finding: &Finding, texts: Wording<'_>) -> String {
    match finding.place {
        Spot::Plan => String::new(),
        Spot::Item(at) => format!("{}: ", texts.counted("item-label", "number", at + 1)),
        Spot::Prep(at) => format!("{}: ", texts.counted("prep-label", "number", at + 1)),
    }
}
