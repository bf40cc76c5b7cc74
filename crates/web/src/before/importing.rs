//! An old agenda, pasted or as a file, becomes a plan that is open in the editor at once.

pub mod page;

use std::sync::Arc;
use std::time::Duration;

use agenda::refusal::NotRead;
use agenda::{FILE_BYTES_MAX, Read};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::Response;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;

use crate::before::importing::page::import_page;
use crate::door::organiser::Organiser;
use crate::shell::answer::{self, private};
use crate::shell::request::RequestHead;

use crate::App;
use crate::shell::clock;
use crate::shell::failure::Wrong;
use crate::shell::uploads::{self, Sent};

/// The largest request that is read to its end, so that a file that is too large gets an answer
/// and not a broken line.
pub const REQUEST_BYTES_MAX: usize = 64 * 1024 * 1024;

/// How long one file may take.
const READ_WAIT: Duration = Duration::from_secs(10);

/// Files that are read at one time. One that never ends keeps its place until it does, so a
/// handful of hostile files slows imports down and nothing else.
const READERS_MAX: usize = 4;

/// The places for those who read files.
#[derive(Clone, Debug)]
pub struct Readers(Arc<Semaphore>);

impl Default for Readers {
    fn default() -> Readers {
        Readers(Arc::new(Semaphore::new(READERS_MAX)))
    }
}

/// Why nothing came of it. The texts are the screen's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Empty,
    Refused(NotRead),
    /// It took too long, or there were too many at once.
    Slow,
}

pub async fn page(Organiser { app, head, .. }: Organiser) -> Result<Response, Wrong> {
    Ok(private(&import_page(&head.frame(&app.shell), "", None)))
}

/// `POST /meetings/import`: `text`, or a `file` of at most 10 MB.
pub async fn import(
    Organiser { app, head, org }: Organiser,
    request: Request,
) -> Result<Response, Wrong> {
    let sent = uploads::read(&head, request, FILE_BYTES_MAX).await?;
    let (text, op) = (sent.fields.text("text").to_owned(), sent.op.clone());
    match read(&app, sent).await {
        Ok(read) => {
            let lang = head.lang(None);
            let plan = agenda::import::plan(&read, lang);
            app.start(&head, &org, &plan, &op).await
        }
        Err(problem) => Ok(refused(&app, &head, &text, problem)),
    }
}

/// A file is read rather than the text beside it: choosing one is the later act.
async fn read(app: &App, sent: Sent) -> Result<Read, Problem> {
    let bytes =
        if sent.file.is_empty() { sent.fields.text("text").as_bytes().to_vec() } else { sent.file };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::Empty);
    }
    within(&app.readers, READ_WAIT, move || agenda::read_bytes(&bytes, clock::today())).await
}

async fn within(
    readers: &Readers,
    wait: Duration,
    work: impl FnOnce() -> Result<Read, NotRead> + Send + 'static,
) -> Result<Read, Problem> {
    let reading = async {
        let place = Arc::clone(&readers.0).acquire_owned().await.map_err(|_| Problem::Slow)?;
        let done = spawn_blocking(move || {
            let read = work();
            drop(place);
            read
        });
        // A reader that panics has met a broken file.
        done.await.unwrap_or(Err(NotRead::Unreadable)).map_err(Problem::Refused)
    };
    tokio::time::timeout(wait, reading).await.unwrap_or(Err(Problem::Slow))
}

fn refused(app: &App, head: &RequestHead, typed: &str, problem: Problem) -> Response {
    let lang = head.lang(None);
    let words = match problem {
        Problem::Empty => app.shell.texts.get(lang, "import-empty", &[]),
        Problem::Slow => app.shell.texts.get(lang, "import-slow", &[]),
        Problem::Refused(refusal) => app.shell.texts.get(lang, refusal.key(), &[]),
    };
    let problem = answer::NotTaken {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        code: "not-imported",
        title: app.shell.texts.get(lang, "import-refused-title", &[]),
        text: words,
    };
    if head.wants_json {
        return problem.as_json(&[]);
    }
    problem.on(private(&import_page(&head.frame(&app.shell), typed, Some(&problem.text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_that_never_ends_is_given_up_and_keeps_its_place() {
        let readers = Readers::default();
        let (go, wait) = std::sync::mpsc::channel::<()>();
        let endless = move || {
            let _ = wait.recv();
            Err(NotRead::Unreadable)
        };
        let read = within(&readers, Duration::from_millis(1), endless).await;
        assert_eq!(read, Err(Problem::Slow));
        assert_eq!(readers.0.available_permits(), READERS_MAX - 1);
        drop(go);
        let all = u32::try_from(READERS_MAX).unwrap();
        assert!(readers.0.acquire_many(all).await.is_ok(), "the place is free again");
    }

    #[tokio::test]
    async fn a_reader_that_panics_has_met_a_broken_file() {
        let read = within(&Readers::default(), READ_WAIT, || panic!("broken")).await;
        assert_eq!(read, Err(Problem::Refused(NotRead::Unreadable)));
    }
}
