//! A disk that fills, and one that breaks.

use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use reqwest::{Client, StatusCode};
use tokio::time::{sleep, timeout};

use crate::server::{Meeting, Server, free_address, fresh, meeting, seed};

const WRITES_AGAIN_WITHIN: Duration = Duration::from_secs(5);
const REFUSED_MAX: u32 = 300;
/// Lines that an outage may cost, however many are refused in it.
const ERROR_LINES_MAX: usize = 6;

/// Mounts a small disk that only the server sees and that goes with it, seeds a meeting on it, and becomes the server.
const ON_A_SMALL_DISK: &str = r#"
mount -t tmpfs -o size=8m,mode=700 none "$SLOYFE_DATA" || exit 9
"$1" seed --scenario mentor-gathering --people 4 --json >"$3" || exit 8
exec "$1" serve --listen "$2"
"#;

/// Files larger than this many blocks of 512 bytes cannot be written, which is what a broken disk looks like.
const ON_A_BROKEN_DISK: &str = r#"
trap "" XFSZ
ulimit -f 2400
exec "$1" serve --listen "$2"
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_was_full_is_written_to_again_without_a_restart() {
    let home = fresh("full");
    let (data, log, seeded) = (home.join("data"), home.join("log"), home.join("seeded"));
    std::fs::create_dir_all(&data).unwrap();
    let address = free_address();
    let mut command = in_own_mounts();
    command.args(["sh", "-c", ON_A_SMALL_DISK, "small", env!("CARGO_BIN_EXE_sloyfe"), &address]);
    command.arg(&seeded).env("SLOYFE_DATA", &data).stdout(Stdio::null());
    let server = Server::logging(command, &data, &address, &log).await;
    let meeting = meeting(&std::fs::read(&seeded).unwrap());
    let client = Client::new();
    assert_eq!(server.park(&client, &meeting, 1).await.unwrap(), StatusCode::OK);

    // The server's own view of the folder, where the small disk is.
    let inside = Path::new("/proc").join(server.process.id().to_string()).join("root");
    let inside = inside.join(data.strip_prefix("/").unwrap());
    let ballast = inside.join("ballast");
    fill(&ballast);
    let mut refused = 0;
    for number in 2..REFUSED_MAX {
        let status = server.park(&client, &meeting, number).await.unwrap();
        refused += u32::from(status == StatusCode::SERVICE_UNAVAILABLE);
        assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR);
        if !status.is_success() && 100 < refused {
            break;
        }
    }
    assert!(100 < refused, "the disk was full, and {refused} were refused");
    assert!(!server.is_ready().await);
    says_that_nothing_can_be_stored(&server, &client, &meeting).await;

    std::fs::remove_file(&ballast).unwrap();
    let works = async {
        while server.park(&client, &meeting, 1000).await.unwrap() != StatusCode::OK {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(WRITES_AGAIN_WITHIN, works).await.expect("writing comes back");
    assert!(server.is_ready().await);
    drop(server);
    let log = std::fs::read_to_string(&log).unwrap();
    let errors = log.lines().filter(|line| line.contains("ERROR") || line.contains("WARN"));
    let errors: Vec<&str> = errors.collect();
    assert!((1..=ERROR_LINES_MAX).contains(&errors.len()), "{}", errors.join("\n"));
    std::fs::remove_dir_all(home).unwrap();
}

/// A wish in the meeting and an edit of the plan are answered alike, as data and as a page.
async fn says_that_nothing_can_be_stored(server: &Server, client: &Client, meeting: &Meeting) {
    let typed = "Et ord med <b> og «tegn»".repeat(8);
    for (what, before) in [("parked", ""), ("plan/words", "field=title&before=&")] {
        for accept in ["application/json", "text/html"] {
            let address = format!("{}{}/{what}", server.origin, meeting.path);
            let mut tries = 0;
            // Some writes still find room on a disk that is nearly full.
            let refused = async {
                loop {
                    tries += 1;
                    let body = format!("{before}text={tries}{}", encoded(&typed));
                    let request = client.post(&address).bearer_auth(&meeting.leader);
                    let request = request.header("accept", accept).body(body);
                    let kind = "application/x-www-form-urlencoded";
                    let answer = request.header("content-type", kind).send().await.unwrap();
                    if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
                        return answer;
                    }
                    assert!(!answer.status().is_server_error(), "{what}: {}", answer.status());
                }
            };
            let answer = timeout(Duration::from_secs(20), refused).await.expect(what);
            assert_eq!(answer.headers()["retry-after"], "5", "{what}");
            let said = answer.text().await.unwrap();
            assert!(said.contains("Serveren får ikke lagret akkurat nå"), "{what}: {said}");
            if accept == "text/html" {
                let sent_again = typed.replace('<', "&lt;").replace('>', "&gt;");
                assert!(said.contains(&sent_again), "{what} keeps what was typed: {said}");
                assert!(said.contains(&format!("action=\"{}/{what}\"", meeting.path)), "{said}");
            }
        }
    }
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| format!("{encoded}%{byte:02X}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_breaks_ends_the_server_and_loses_nothing() {
    let home = fresh("broken");
    let (data, log) = (home.join("data"), home.join("log"));
    std::fs::create_dir_all(&home).unwrap();
    let meeting = seed(&data);
    let address = free_address();
    let mut command = Command::new("sh");
    command.args(["-c", ON_A_BROKEN_DISK, "broken", env!("CARGO_BIN_EXE_sloyfe"), &address]);
    command.env("SLOYFE_DATA", &data).stdout(Stdio::null());
    let mut server = Server::logging(command, &data, &address, &log).await;
    let client = Client::new();
    let stored = park_until_it_breaks(&server, &client, &meeting).await;
    let broke = std::time::Instant::now();
    let status = server.ended();
    assert!(broke.elapsed() < Duration::from_secs(1), "it took {:?}", broke.elapsed());
    assert_eq!(status.code(), Some(74));
    let log = std::fs::read_to_string(&log).unwrap();
    assert!(log.contains("sloyfe: the disk refused a write"), "{log}");

    let server = Server::start(&data).await;
    let console = server.console(&client, &meeting).await.to_string();
    for number in 0..stored {
        assert!(console.contains(&format!("\"Sak {number}\"")), "{number} of {stored} is lost");
    }
    drop(server);
    std::fs::remove_dir_all(home).unwrap();
}

/// Returns how many were stored. Nothing is, after the first that was refused.
async fn park_until_it_breaks(server: &Server, client: &Client, meeting: &Meeting) -> u32 {
    let mut stored = 0;
    for number in 0..REFUSED_MAX {
        match server.park(client, meeting, number).await {
            Ok(StatusCode::OK) => stored += 1,
            Ok(StatusCode::UNPROCESSABLE_ENTITY) => break,
            Ok(_) | Err(_) => return stored,
        }
    }
    // The list is full, so the heartbeat writes the rest.
    while server.is_ready().await {}
    stored
}

/// Root mounts as it is; others need a user of their own that may.
fn in_own_mounts() -> Command {
    let is_root = Path::new("/proc/self").metadata().is_ok_and(|own| own.uid() == 0);
    let mut command = Command::new("unshare");
    command.arg("--mount");
    if !is_root {
        command.arg("--map-root-user");
    }
    command
}

fn fill(ballast: &Path) {
    let mut file = std::fs::File::create(ballast).unwrap();
    let mut part: &[u8] = &[0; 4096];
    while !part.is_empty() {
        if file.write_all(part).is_err() {
            part = &part[..part.len() / 2];
        }
    }
}
