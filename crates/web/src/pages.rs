//! What people see: each page and part is one function of one plain struct.
//!
//! The first render, the live update and the test call the same part. A part has an id and may be
//! sent again; the client morphs it in and keeps what is the person's own. The names of classes
//! and data attributes are the client's contract, `ui/README.md`.

pub(crate) mod bits;
mod console;
pub(crate) mod frame;
mod groups;
mod importing;
mod invitation;
mod join;
mod message;
mod paper;
mod phone;
mod plan;
mod quick;
mod result;
mod thresholds;
pub(crate) mod time;
mod wall;

pub use console::{console_page, console_part};
pub use frame::Frame;
pub use groups::{GroupsPage, GroupsTrouble, groups_page, groups_trouble};
pub use importing::import_page;
pub use invitation::{Invitation, invitation_page, invitation_text, invitation_title};
pub use join::{Join, code_page, join_page, waiting_page, waiting_part};
pub use message::{message_page, refusal_page};
pub use paper::{GroupList, PRINT_PARTS, PrintSet, print_page};
pub use phone::{phone_page, phone_part};
pub use plan::{
    MeetingLine, TemplateLine, Templates, keep_template_page, meetings_page, new_meeting_page,
};
pub use quick::quick_page;
pub use result::result_page;
pub use thresholds::{Limit, LimitLine, thresholds_page};
pub use wall::{wall_page, wall_part};

#[cfg(test)]
mod tests;
