//! One file a rule; the order below is the catalogue's.

mod absent_untold;
mod accusing_why;
mod administration_first;
mod attachment_missing;
mod challenge_before_strength;
mod closed_question;
mod double_question;
mod everyone_for_everything;
mod few_active;
mod frames_unsaid;
mod goal_already_decided;
mod goals_not_one_to_three;
mod group_size;
mod groups_unset;
mod heading_for_a_question;
mod idle_participants;
mod invitation_bare;
mod invitation_late;
mod item_without_goal;
mod item_without_minutes;
mod leader_chairs;
mod leader_presents_most;
mod leading_question;
mod long_item_untimed;
mod long_monologue;
mod many_questions;
mod meetings_close;
mod narrow_question;
mod no_break;
mod no_end_time;
mod no_evaluation;
mod no_preparation;
mod no_trial_between;
mod no_way_forward;
mod nobody_objects;
mod nobody_thinks_alone;
mod nothing_collected;
mod nothing_to_look_at;
mod off_the_year_wheel;
mod order_not_returned;
mod plenary_too_short;
mod practice_untouched;
mod preparation_long;
mod preparation_rushed;
mod preparation_unused;
mod process_unchosen;
mod program_missing;
mod program_overruns;
mod program_underfilled;
mod purpose_unwritten;
mod result_unnamed;
mod result_unshared;
mod results_without_strengths;
mod roles_unfilled;
mod same_leader;
mod same_way_again;
mod staff_left_out;
mod thread_cut;
mod too_much_input;
mod tool_unfit;
mod vote_without_making;

use super::Rule;

pub(super) const ALL: &[Rule] = &[
    purpose_unwritten::RULE,
    result_unnamed::RULE,
    goals_not_one_to_three::RULE,
    goal_already_decided::RULE,
    invitation_late::RULE,
    invitation_bare::RULE,
    everyone_for_everything::RULE,
    staff_left_out::RULE,
    frames_unsaid::RULE,
    program_missing::RULE,
    item_without_goal::RULE,
    item_without_minutes::RULE,
    no_end_time::RULE,
    program_overruns::RULE,
    long_item_untimed::RULE,
    no_break::RULE,
    program_underfilled::RULE,
    no_preparation::RULE,
    attachment_missing::RULE,
    preparation_unused::RULE,
    preparation_long::RULE,
    preparation_rushed::RULE,
    few_active::RULE,
    long_monologue::RULE,
    too_much_input::RULE,
    nobody_thinks_alone::RULE,
    heading_for_a_question::RULE,
    closed_question::RULE,
    leading_question::RULE,
    narrow_question::RULE,
    accusing_why::RULE,
    double_question::RULE,
    many_questions::RULE,
    process_unchosen::RULE,
    tool_unfit::RULE,
    order_not_returned::RULE,
    groups_unset::RULE,
    group_size::RULE,
    roles_unfilled::RULE,
    leader_chairs::RULE,
    idle_participants::RULE,
    same_leader::RULE,
    leader_presents_most::RULE,
    challenge_before_strength::RULE,
    administration_first::RULE,
    vote_without_making::RULE,
    results_without_strengths::RULE,
    practice_untouched::RULE,
    nobody_objects::RULE,
    plenary_too_short::RULE,
    thread_cut::RULE,
    no_way_forward::RULE,
    no_trial_between::RULE,
    absent_untold::RULE,
    nothing_collected::RULE,
    result_unshared::RULE,
    no_evaluation::RULE,
    meetings_close::RULE,
    off_the_year_wheel::RULE,
    same_way_again::RULE,
    nothing_to_look_at::RULE,
];
