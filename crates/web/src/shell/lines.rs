//! Lines of browsers: taken in, limited in number and in time, and finished when the server stops.
//!
//! **Invariant `no-line-for-nothing`:** a line on which no whole request comes within the limit is
//! closed. A line with an answer under way, as a stream is for hours, is not timed here.

use std::io::ErrorKind;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, sleep, timeout};

use crate::shell::limits::{Limits, SILENT_LINE};

/// A line is left alone for so long, also where there is no room: its first request is on its way.
const NEW_LINE: Duration = Duration::from_secs(2);
/// How long the server waits for room before it asks idle lines again, or tries to accept again.
const ROOM_AGAIN: Duration = Duration::from_secs(1);
/// The least time between two words in the log about the same trouble.
const TOLD_AGAIN: Duration = Duration::from_mins(1);

/// What lines are asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Carry,
    /// There is no room for new lines, so those that wait for nothing go.
    MakeRoom,
    /// Finish what has begun.
    Stop,
}

/// Serves until `stop` resolves, and then until all that has begun is finished.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: &Limits,
    stop: impl Future<Output = ()>,
) {
    let mut stop = pin!(stop);
    let mut door = Door {
        listener,
        places: Arc::new(Semaphore::new(limits.lines_max.min(Semaphore::MAX_PERMITS))),
        asked: watch::Sender::new(Asked::Carry),
        told_at: None,
    };
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.request_within);
    loop {
        let (tcp, place) = tokio::select! {
            () = &mut stop => break,
            line = door.next() => line,
        };
        let service = TowerToHyperService::new(router.clone());
        let line = http.serve_connection(TokioIo::new(tcp), service);
        tokio::spawn(carry(line, place, door.asked.subscribe()));
    }
    let Door { listener, asked, .. } = door;
    drop(listener);
    asked.send_replace(Asked::Stop);
    asked.closed().await;
}

/// Where lines come in.
struct Door {
    listener: TcpListener,
    places: Arc<Semaphore>,
    asked: watch::Sender<Asked>,
    told_at: Option<Instant>,
}

impl Door {
    /// Returns the next line, when there is room for it. Until then it waits in the kernel's queue.
    async fn next(&mut self) -> (TcpStream, OwnedSemaphorePermit) {
        let place = self.place().await;
        loop {
            match self.listener.accept().await {
                Ok((tcp, _)) => {
                    made_lively(&tcp);
                    return (tcp, place);
                }
                // One line that broke in the queue says nothing about the next.
                Err(why) if is_of_one_line(why.kind()) => (),
                Err(why) => {
                    self.make_room(&format!("no line can be taken in: {why}"));
                    sleep(ROOM_AGAIN).await;
                }
            }
        }
    }

    async fn place(&mut self) -> OwnedSemaphorePermit {
        if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
            return place;
        }
        loop {
            self.make_room("as many lines are open as the server may have; new ones wait");
            let place = timeout(ROOM_AGAIN, Arc::clone(&self.places).acquire_owned()).await;
            if let Ok(Ok(place)) = place {
                return place;
            }
        }
    }

    fn make_room(&mut self, why: &str) {
        self.asked.send_replace(Asked::MakeRoom);
        if self.told_at.is_none_or(|told_at| TOLD_AGAIN <= told_at.elapsed()) {
            self.told_at = Some(Instant::now());
            tracing::warn!(lines = self.asked.receiver_count(), "{why}");
        }
    }
}

/// Carries one line to its end.
async fn carry(
    line: http1::Connection<TokioIo<TcpStream>, TowerToHyperService<Router>>,
    _place: OwnedSemaphorePermit,
    mut asked: watch::Receiver<Asked>,
) {
    let came_at = Instant::now();
    let mut line = pin!(line);
    loop {
        let changed = tokio::select! {
            ended = line.as_mut() => {
                if let Err(why) = ended {
                    tracing::trace!(error = %why, "a line broke");
                }
                return;
            }
            changed = asked.changed() => changed,
        };
        if changed.is_err() {
            // The server did not wait for this line.
            return;
        }
        let is_asked = match *asked.borrow_and_update() {
            Asked::Carry => false,
            Asked::MakeRoom => NEW_LINE <= came_at.elapsed(),
            Asked::Stop => true,
        };
        if is_asked {
            // An idle line ends at once, and a busy one after its answer.
            line.as_mut().graceful_shutdown();
        }
    }
}

fn made_lively(tcp: &TcpStream) {
    // Small events must not wait for more to come.
    let _ = tcp.set_nodelay(true);
    // A phone that has walked out of the Wi-Fi says no goodbye. Without this its line counts
    // as open for a quarter of an hour, and the leader's as here.
    #[cfg(target_os = "linux")]
    let _ = socket2::SockRef::from(tcp).set_tcp_user_timeout(Some(SILENT_LINE));
}

fn is_of_one_line(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
    )
}
