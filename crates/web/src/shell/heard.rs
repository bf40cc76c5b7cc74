//! What has been found out about a request by the time that it fails, for the words about it.
//!
//! The outermost layer knows neither whose meeting it was nor what was typed: the one comes from
//! the room, the other from a body that has been read. Both are left here on the way in.

use std::cell::RefCell;

use kernel::lang::Lang;

use crate::shell::fields::Fields;

tokio::task_local! {
    static HEARD: RefCell<Heard>;
}

#[derive(Clone, Debug, Default)]
pub struct Heard {
    /// The language of the meeting that the request is about.
    pub lang: Option<Lang>,
    /// The form that was sent.
    pub fields: Fields,
}

/// Runs a request, and returns what was found out too.
pub async fn hearing<T>(request: impl Future<Output = T>) -> (T, Heard) {
    let hearing = async {
        let answer = request.await;
        (answer, HEARD.with(RefCell::take))
    };
    HEARD.scope(RefCell::default(), hearing).await
}

/// Says what language the meeting speaks.
pub fn meeting_speaks(lang: Lang) {
    note(|heard| heard.lang = Some(lang));
}

/// Says what was sent.
pub fn sent(fields: &Fields) {
    note(|heard| heard.fields = fields.clone());
}

fn note(change: impl FnOnce(&mut Heard)) {
    // Work that no request waits for has nobody to tell.
    let _ = HEARD.try_with(|heard| change(&mut heard.borrow_mut()));
}
