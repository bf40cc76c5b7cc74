//! What the log keeps to itself.

use std::process::{Command, Stdio};

use reqwest::{Client, StatusCode};
use sqlx::Connection as _;

use crate::server::{Server, free_address, fresh, seed};

/// The rows that every link is looked for in are away, so whatever is opened fails.
const NO_ACCESS: &str = "alter table access rename to access_away";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_line_of_the_log_has_a_token_a_code_or_a_text() {
    let home = fresh("log");
    let (data, log) = (home.join("data"), home.join("log"));
    std::fs::create_dir_all(&home).unwrap();
    let meeting = seed(&data);
    let address = free_address();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sloyfe"));
    command.args(["serve", "--listen", &address]).env("SLOYFE_DATA", &data);
    // All that any part of the program can say.
    command.env("RUST_LOG", "debug").stdout(Stdio::null());
    let server = Server::logging(command, &data, &address, &log).await;
    let client = Client::new();
    assert_eq!(server.park(&client, &meeting, 7).await.unwrap(), StatusCode::OK);
    let url = format!("sqlite://{}", data.join("sloyfe.db").display());
    let mut rows = sqlx::SqliteConnection::connect(&url).await.unwrap();
    sqlx::query(NO_ACCESS).execute(&mut rows).await.unwrap();
    rows.close().await.unwrap();

    let token = &meeting.leader;
    for path in ["l", "w", "p", "o", "j"].map(|kind| format!("/{kind}/{token}")) {
        let opened = client.get(format!("{}{path}?as={token}", server.origin)).send().await;
        assert!(!opened.unwrap().status().is_success(), "{path}");
    }
    let parked = server.park(&client, &meeting, 8).await.unwrap();
    assert_eq!(parked, StatusCode::INTERNAL_SERVER_ERROR);
    drop(server);
    let log = std::fs::read_to_string(&log).unwrap();
    assert!(log.contains("route=\"/l/{token}\""), "the failure is told by its route\n{log}");
    for secret in [token.as_str(), "Sak 7", "Sak 8"] {
        let told: Vec<&str> = log.lines().filter(|line| line.contains(secret)).collect();
        assert!(told.is_empty(), "{secret} is in\n{}", told.join("\n"));
    }
    std::fs::remove_dir_all(home).unwrap();
}
