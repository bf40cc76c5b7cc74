//! Every kind of work that follows from what was written.

use crate::live::{goal_answers, meeting_ended};
use crate::shell::worker::Job;

pub static JOBS: &[Job] = &[meeting_ended::JOB, goal_answers::JOB];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::JOBS;

    #[test]
    fn every_kind_of_work_has_a_name_of_its_own() {
        let names: BTreeSet<&str> = JOBS.iter().map(|job| job.kind).collect();
        assert_eq!(names.len(), JOBS.len());
    }
}
