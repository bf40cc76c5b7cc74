//! What a way of working is for: the words that a planner picks by.

/// What a planner may want of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Få fram alles tanker.
    Voices,
    /// Dele erfaringer bredt og raskt.
    Share,
    /// Bli enige om få ting.
    Agree,
    /// Forstå resultater.
    Results,
    /// Lese fag sammen.
    Read,
    /// Lytte aktivt til innlegg.
    Listen,
    /// Undersøke egen praksis.
    Practice,
    /// Utfordre enighet.
    Challenge,
    /// Bli kjent, eller starte en satsing.
    Begin,
    /// Planlegge og følge opp.
    FollowUp,
}

impl Purpose {
    pub const ALL: [Purpose; 10] = [
        Purpose::Voices,
        Purpose::Share,
        Purpose::Agree,
        Purpose::Results,
        Purpose::Read,
        Purpose::Listen,
        Purpose::Practice,
        Purpose::Challenge,
        Purpose::Begin,
        Purpose::FollowUp,
    ];

    /// Returns its key in the texts, and in addresses.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Purpose::Voices => "voices",
            Purpose::Share => "share",
            Purpose::Agree => "agree",
            Purpose::Results => "results",
            Purpose::Read => "read",
            Purpose::Listen => "listen",
            Purpose::Practice => "practice",
            Purpose::Challenge => "challenge",
            Purpose::Begin => "begin",
            Purpose::FollowUp => "follow-up",
        }
    }

    /// Returns the attribute of a tool's name that says why it suits.
    #[must_use]
    pub fn reason(self) -> String {
        format!("for-{}", self.key())
    }

    /// Returns the purpose of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Purpose> {
        Purpose::ALL.into_iter().find(|purpose| purpose.key() == key)
    }
}
