//! One server for one folder, and who may come beside it.

use std::process::{Command, Stdio};
use std::time::Duration;

use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};

use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::server::{Server, free_address, fresh, seed, sloyfe};

/// Becomes the server where no more files may be open.
const WITH_FEW_FILES: &str = "ulimit -n 200 && exec \"$1\" serve --listen \"$2\"";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_on_a_folder_is_refused_in_words_until_the_first_is_killed() {
    let data = fresh("second");
    seed(&data);
    let first = Server::start(&data).await;
    let second = sloyfe(&data).args(["serve", "--listen", &free_address()]).output().unwrap();
    let said = String::from_utf8(second.stderr).unwrap();
    assert_eq!(second.status.code(), Some(1), "{said}");
    let words = format!("is served by process {} already", first.process.id());
    assert!(said.contains(&words), "{said}");
    let migrate = sloyfe(&data).arg("migrate").output().unwrap();
    assert!(String::from_utf8(migrate.stderr).unwrap().contains(&words));

    first.kill();
    let second = Server::start(&data).await;
    second.kill();
    std::fs::remove_dir_all(data).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_lines_than_the_machine_allows_wait_their_turn_and_stop_nothing() {
    let home = fresh("lines");
    let (data, log) = (home.join("data"), home.join("log"));
    std::fs::create_dir_all(&home).unwrap();
    let meeting = seed(&data);
    let address = free_address();
    let mut command = Command::new("sh");
    command.args(["-c", WITH_FEW_FILES, "few", env!("CARGO_BIN_EXE_sloyfe"), &address]);
    command.env("SLOYFE_DATA", &data).stdout(Stdio::null());
    let server = Server::logging(command, &data, &address, &log).await;
    let mut idle = vec![];
    for _ in 0..300 {
        idle.push(TcpStream::connect(&address).await.unwrap());
    }
    let client = Client::new();
    let parked = timeout(Duration::from_secs(30), server.park(&client, &meeting, 1)).await;
    assert_eq!(parked.expect("it comes in").unwrap(), StatusCode::OK);
    drop((server, idle));
    let log = std::fs::read_to_string(&log).unwrap();
    assert!(log.contains("lines=136") && log.contains("phones=34"), "{log}");
    assert!(log.contains("fewer than 300 phones fit"), "{log}");
    assert!(log.contains("as many lines are open as the server may have"), "{log}");
    assert!(!log.contains("no line can be taken in"), "files were left for the database: {log}");
    std::fs::remove_dir_all(home).unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_link_made_beside_a_server_opens_it() {
    let data = fresh("link");
    seed(&data);
    let server = Server::start(&data).await;
    let link = ["link", "--public-url", &server.origin];
    let printed = sloyfe(&data).args(link).output().unwrap();
    let link = String::from_utf8(printed.stdout).unwrap();
    assert!(link.contains("/o/"), "{}", String::from_utf8(printed.stderr).unwrap());
    // Whoever opens it is sent on to the list of meetings, with a key.
    let client = Client::builder().redirect(Policy::none()).build().unwrap();
    let opened = client.get(link.trim()).send().await.unwrap();
    assert!(opened.status().is_redirection(), "{}", opened.status());
    assert!(opened.headers().contains_key("set-cookie"));
    server.kill();
    std::fs::remove_dir_all(data).unwrap();
}
