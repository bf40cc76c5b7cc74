//! One server for one folder, and who may come beside it.

use reqwest::Client;
use reqwest::redirect::Policy;

use crate::server::{Server, free_address, fresh, seed, sloyfe};

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
