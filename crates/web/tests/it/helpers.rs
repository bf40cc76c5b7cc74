//! A server with one meeting, and people in it.

use std::time::Duration;

use plan::document::{Item, Plan};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use store::hold::Hold;
use store::{Location, Options, Org, PostgresDisk, Store};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use web::App;
use web::before::meetings::{Made, Template, create_meeting};
use web::door::access::AccessRole;
use web::shell::limits::Limits;
use web::shell::{Config, chance, clock};

use crate::place;

pub struct Server {
    pub origin: String,
    pub app: App,
    pub location: Location,
    limits: Limits,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
}

/// Someone with a token of their own.
#[derive(Clone)]
pub struct Person {
    pub seat: u32,
    pub token: String,
}

impl Server {
    pub async fn start() -> Server {
        Server::start_with(Limits::default()).await
    }

    pub async fn start_with(limits: Limits) -> Server {
        Server::start_at(place::fresh().await, limits).await
    }

    /// Starts a server as an operator has set it up.
    pub async fn start_as(config: Config) -> Server {
        Server::start_with_all(place::fresh().await, config).await
    }

    /// Starts a server on rows that are there.
    pub async fn on(location: Location) -> Server {
        Server::start_at(location, Limits::default()).await
    }

    /// Starts another server beside this one, on the same rows.
    pub async fn beside(&self) -> Server {
        Server::start_at(self.location.clone(), self.limits).await
    }

    async fn start_at(location: Location, limits: Limits) -> Server {
        Server::start_with_all(location, Config { limits, ..Config::default() }).await
    }

    async fn start_with_all(location: Location, config: Config) -> Server {
        let limits = config.limits;
        let postgres_disk = PostgresDisk::ForgetfulForTests;
        let options = Options { postgres_disk, hold: Hold::Several, ..Options::default() };
        let store = Store::open_with(&location, &options).await.unwrap();
        store.migrate().await.unwrap();
        let template = Template { name: "plain".to_owned(), plans: [plan(), plan(), plan()] };
        let app = App::new(store, config, vec![template]).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel::<()>();
        let served = app.clone();
        let serving = tokio::spawn(async move {
            let until = async {
                let _ = stopped.await;
            };
            web::serve(listener, served, until).await.unwrap();
        });
        Server { origin, app, location, limits, stop: Some(stop), serving }
    }

    pub async fn restart(self) -> Server {
        let limits = self.limits;
        Server::start_at(self.stop().await, limits).await
    }

    /// Stops the server, and returns where its rows are.
    pub async fn stop(mut self) -> Location {
        self.stop.take().unwrap().send(()).unwrap();
        self.serving.await.unwrap();
        self.app.store.clone().close().await;
        self.location
    }

    /// Stops the server, makes its rows what they were before the work that follows from the end of
    /// a meeting was done, and starts another that does it.
    pub async fn after_a_crash_at_the_end_of(self, made: &Made) -> Server {
        let location = self.stop().await;
        let meeting = &made.meeting;
        let undone = format!(
            "update meeting set ended_at = null where id = '{meeting}'; \
            delete from encounter where meeting = '{meeting}'; \
            update outbox set done_at = null, due_at = 0, body = '{{\"meeting\":\"{meeting}\"}}' \
            where id like 'meeting-ended/{meeting}/%';"
        );
        place::run(&location, &undone).await;
        let server = Server::on(location).await;
        server.has_worked().await;
        server
    }

    /// Waits until nothing is left to do in the outbox.
    pub async fn has_worked(&self) {
        let worked = async {
            while !self.app.store.waiting().await.unwrap().is_empty() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), worked).await.expect("work is left");
    }

    pub async fn meeting(&self) -> Made {
        self.meeting_of(&plan()).await
    }

    /// Makes a meeting whose leader has opened the console, so that its code works.
    pub async fn meeting_of(&self, plan: &Plan) -> Made {
        let made = self.planned(plan).await;
        self.app.hold_lobby(&self.org(), &made.meeting).await;
        made
    }

    /// Makes a meeting that nobody has opened.
    pub async fn planned(&self, plan: &Plan) -> Made {
        create_meeting(&self.app.store, &self.org(), plan).await.unwrap()
    }

    pub async fn join(&self, made: &Made, name: &str) -> Person {
        let org = self.org();
        let (seat, token) = self.app.seat_with_token(&org, &made.meeting, name).await.unwrap();
        Person { seat: seat.0, token }
    }

    /// The rows of the organisation that the server was made for.
    pub fn org(&self) -> Org {
        self.app.own_org()
    }

    /// Makes an organiser's link, and returns its token.
    pub async fn organiser(&self) -> String {
        let token = chance::token().unwrap();
        let grant = AccessRole::Organiser.link(&chance::token_hash(&token), None, clock::now());
        self.org().grant(vec![grant]).await.unwrap();
        token
    }

    pub async fn people(&self, made: &Made, count: u32) -> Vec<Person> {
        let mut people = vec![];
        for number in 1..=count {
            people.push(self.join(made, &format!("Person {number}")).await);
        }
        people
    }

    /// Starts the first item and goes on to its second step: a moment of thought alone.
    pub async fn begin(&self, made: &Made) {
        let path = format!("/meetings/{}/start", made.meeting);
        let answer = self.post(&made.leader, &path, &json!({})).await;
        assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
        let path = format!("/meetings/{}/position", made.meeting);
        let on = json!({ "from_item": 0, "from_step": 0, "to": "next" });
        let answer = self.post(&made.leader, &path, &on).await;
        assert_eq!(answer.status(), StatusCode::OK, "{}", answer.text().await.unwrap());
    }

    pub fn get(&self, token: &str, path: &str) -> RequestBuilder {
        client().get(format!("{}{path}", self.origin)).bearer_auth(token)
    }

    pub async fn post(&self, token: &str, path: &str, body: &Value) -> Response {
        let request = client().post(format!("{}{path}", self.origin)).bearer_auth(token);
        let request = request.header("accept", "application/json");
        let request = request.header("content-type", "application/json");
        request.body(body.to_string()).send().await.unwrap()
    }

    pub async fn screen(&self, token: &str, made: &Made, viewer: &str) -> Value {
        let path = format!("/meetings/{}/state?as={viewer}", made.meeting);
        read(self.get(token, &path).send().await.unwrap()).await
    }

    /// Where the first note of the current step goes.
    pub async fn note(&self, person: &Person, made: &Made, text: &str) -> Value {
        let screen = self.screen(&person.token, made, "seat").await;
        let forms = screen["screen"]["forms"].as_array().unwrap();
        let form = forms.iter().find(|form| form["form"] == "notes").expect("a form for notes");
        let field = &form["fields"][0];
        json!({
            "item": field["place"]["item"],
            "step": field["place"]["step"],
            "kind": field["kind"],
            "slot": field["slot"],
            "text": text,
        })
    }
}

/// A client that follows nothing and remembers nothing.
pub fn client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap()
}

pub async fn read(response: Response) -> Value {
    let status = response.status();
    let text = response.text().await.unwrap();
    serde_json::from_str(&text).unwrap_or_else(|_| panic!("{status}: {text}"))
}

pub fn cookie_of(response: &Response) -> String {
    let cookie = response.headers().get("set-cookie").expect("a cookie");
    cookie.to_str().unwrap().split(';').next().unwrap().to_owned()
}

pub fn location_of(response: &Response) -> String {
    response.headers().get("location").expect("a way on").to_str().unwrap().to_owned()
}

pub fn plan() -> Plan {
    let item = |title: &str, tool: &str, minutes: u32| Item {
        title: title.to_owned(),
        tool: tool.to_owned(),
        minutes,
        questions: vec!["Hva virker hos oss?".to_owned()],
        ..Item::default()
    };
    Plan {
        title: "Bedre møter".to_owned(),
        items: vec![item("Tenk, snakk, hør", "igp", 30), item("Veien videre", "closing", 15)],
        ..Plan::default()
    }
}
