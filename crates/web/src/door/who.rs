//! Who may: a route takes its visitor as a value that only the door hands out.
//!
//! **Invariant `access-first`:** what is not yours is answered as if it did not exist. A handler
//! of the table of routes begins with a [`Proof`]; one without it does not compile, unless it is
//! named among the routes that are open to anyone. Held by [`Guarded`].

/// Those a route lets in; everybody else is answered 404.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Anyone,
    /// Plans and leads every meeting of the organisation.
    Organiser,
    /// May plan the meeting in the path.
    Planner,
    /// Leads the meeting now: its leader, or the deputy who has the lead.
    Leader,
    Seat,
    /// A seat, or whoever leads.
    SeatOrLeader,
    /// Waits for the leader's yes to a seat.
    Claim,
    /// The projector, or whoever leads.
    Wall,
    /// Whoever sees the meeting: a seat, the projector, or the one who leads.
    Viewer,
    /// Any role in the meeting.
    AnyRole,
}

impl Who {
    /// Returns the roles by the words of `routes --json`.
    #[must_use]
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Who::Anyone => &["anyone"],
            Who::Organiser => &["organiser"],
            Who::Planner => &["organiser", "leader"],
            Who::Leader => &["leader", "organiser", "deputy-with-lead"],
            Who::Seat => &["seat"],
            Who::SeatOrLeader => &["leader", "organiser", "deputy-with-lead", "seat"],
            Who::Claim => &["claim"],
            Who::Wall => &["wall", "leader", "organiser", "deputy-with-lead"],
            Who::Viewer => &["leader", "wall", "seat", "organiser"],
            Who::AnyRole => &["leader", "wall", "seat", "claim", "organiser"],
        }
    }
}

/// A visitor whom the door has let in.
pub trait Proof {
    const WHO: Who;
}

/// The arguments of a handler, of which the first is a proof.
pub trait Guarded {
    const WHO: Who;
}

// How axum writes a handler's arguments: a marker, and then a type for each.
impl<M, P: Proof> Guarded for (M, P) {
    const WHO: Who = P::WHO;
}

impl<M, P: Proof, A> Guarded for (M, P, A) {
    const WHO: Who = P::WHO;
}

impl<M, P: Proof, A, B> Guarded for (M, P, A, B) {
    const WHO: Who = P::WHO;
}
