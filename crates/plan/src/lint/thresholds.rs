//! Every number the rules weigh with. An organisation may set its own; these are the catalogue's.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    pub shown_max: usize,
    pub purpose_chars_min: usize,
    pub goals_max: usize,
    pub lead_days_min: i64,
    pub lead_days_min_network: i64,
    pub audience_max: u32,
    /// A meeting longer than this has more than one item.
    pub one_item_minutes_max: u32,
    pub untimed_item_minutes_max: u32,
    pub net_minutes_max_without_break: u32,
    pub run_minutes_max_without_break: u32,
    pub break_minutes: u32,
    pub filled_percent_min: u32,
    pub prep_minutes_max_school: u32,
    pub prep_minutes_max_kindergarten: u32,
    pub prep_minutes_max_without_planning_time: u32,
    pub prep_hours_before_min: u32,
    pub prep_workdays_min: u32,
    pub active_percent_min: u32,
    pub one_way_minutes_tip: u32,
    pub one_way_minutes_max: u32,
    /// Of the net time of a network gathering: one part of so many.
    pub one_way_part_max: u32,
    pub questions_max: usize,
    pub minutes_per_question: u32,
    pub group_size_min: u32,
    pub group_size_max: u32,
    pub groups_set_days_before: i64,
    pub same_leader_max: u32,
    pub eligible_leaders_min: u32,
    pub leader_percent_max: u32,
    pub administration_minutes_max: u32,
    pub days_between_min: i64,
    pub same_tool_max: u32,
    pub unaided_eyes_max: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            shown_max: 7,
            purpose_chars_min: 10,
            goals_max: 3,
            lead_days_min: 7,
            lead_days_min_network: 14,
            audience_max: 25,
            one_item_minutes_max: 45,
            untimed_item_minutes_max: 40,
            net_minutes_max_without_break: 75,
            run_minutes_max_without_break: 90,
            break_minutes: 10,
            filled_percent_min: 70,
            prep_minutes_max_school: 20,
            prep_minutes_max_kindergarten: 10,
            prep_minutes_max_without_planning_time: 5,
            prep_hours_before_min: 24,
            prep_workdays_min: 3,
            active_percent_min: 50,
            one_way_minutes_tip: 15,
            one_way_minutes_max: 30,
            one_way_part_max: 3,
            questions_max: 3,
            minutes_per_question: 4,
            group_size_min: 4,
            group_size_max: 5,
            groups_set_days_before: 1,
            same_leader_max: 3,
            eligible_leaders_min: 4,
            leader_percent_max: 50,
            administration_minutes_max: 20,
            days_between_min: 14,
            same_tool_max: 3,
            unaided_eyes_max: 8,
        }
    }
}
