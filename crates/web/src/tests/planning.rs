//! Every page of a meeting that has not been held.

use super::*;
use crate::door::access::AccessRole;
use crate::live::links::page::{FreshLink, LinkLine, LinkList, links_page};
use kernel::ids::{PlanVersion, TokenHash};

/// The pages of a meeting that has not been held.
pub(super) fn planning_pages(lang: Lang) -> Vec<(&'static str, String)> {
    let line_of = || TemplateLine { value: "tom".to_owned(), name: HOSTILE.to_owned() };
    let templates =
        Templates { shipped: vec![line_of()], own: vec![line_of()], earlier: vec![line_of()] };
    let limit = Limit { name: "lead_days_min", least: 0, most: 60 };
    let limits = [LimitLine { limit, typed: HOSTILE.to_owned(), usual: 7, is_outside: true }];
    let line = MeetingLine {
        id: "7".into(),
        title: HOSTILE.to_owned(),
        code: "482913".to_owned(),
        starts_at: "2027-04-26T13:00".to_owned(),
        is_open: false,
        ended: false,
    };
    let groups = [
        Group { last: PlanVersion(4), at: NOW, before: PlanVersion(2) },
        Group { last: PlanVersion(2), at: Moment(NOW.0 - 3_600_000), before: PlanVersion(0) },
    ];
    let edits = ::plan::diff::diff(&Plan::default().with_ids(), &plan().with_ids());
    let row = &plan().with_ids().items[0];
    let others = [("7".into(), HOSTILE.to_owned())];
    let used = [("igp".to_owned(), "2026-03-08".to_owned())].into();
    let page = |look: &dyn Fn(&Frame<'_>) -> Markup| with_frame(lang, look);
    let tools = |f: &Frame<'_>| {
        editor::picker::tools_page(f, &view(plan()), Some(Purpose::Share), "i1", &used)
    };
    let versions =
        |f: &Frame<'_>| editor::versions::versions_page(f, &groups, Some(groups[0]), &edits);
    vec![
        ("meetings", page(&|f| meetings_page(f, std::slice::from_ref(&line)))),
        ("new-meeting", page(&|f| new_meeting_page(f, &templates, Some("Gi et navn")))),
        ("plan", page(&|f| editor::page::page(f, &view(plan())))),
        ("plan-tools", page(&tools)),
        ("plan-versions", page(&versions)),
        ("plan-away", page(&|f| editor::away::choose_page(f, row, &others))),
        ("empty-plan", page(&|f| editor::page::page(f, &view(Plan::default())))),
        ("questions", page(&|f| questions_page(f, &view(plan()), &plan().items[0]))),
        ("import", page(&|f| import_page(f, HOSTILE, Some(HOSTILE)))),
        ("quick", page(&|f| quick_page(f, &Fields::default(), &["minutes"]))),
        ("links", page(&|f| links_page(f, &links(true)))),
        ("links-of-all", page(&|f| links_page(f, &links(false)))),
        ("limits", page(&|f| thresholds_page(f, &limits, true))),
        ("template", page(&|f| keep_template_page(f, HOSTILE, true))),
        ("invitation", page(&|f| invitation_page(f, &invitation(&plan())))),
        ("called-off", page(&|f| invitation_page(f, &invitation(&called_off())))),
    ]
}

/// Lines of every sort that the list of links has.
fn links(is_of_meeting: bool) -> LinkList {
    let line = |role, link: Option<&str>, made_at, devices| LinkLine {
        role,
        name: HOSTILE.to_owned(),
        link: link.map(TokenHash::from),
        made_at,
        devices,
        opened_at: Some(NOW),
        is_by_viewer: devices > 1,
    };
    let role = if is_of_meeting { AccessRole::Leader } else { AccessRole::Organiser };
    LinkList {
        title: is_of_meeting.then(|| HOSTILE.to_owned()),
        ended_at: None,
        address: if is_of_meeting { "/meetings/m1/links" } else { "/links" }.to_owned(),
        lines: vec![
            line(role, Some("a1"), Some(NOW), 2),
            line(role, Some("a2"), None, 1),
            line(role, None, None, 3),
            line(AccessRole::Wall, Some("b1"), Some(NOW), 0),
            line(AccessRole::Join, Some("c1"), Some(NOW), 0),
            line(AccessRole::Seat(SeatId(1)), Some("d1"), Some(NOW), 1),
        ],
        by_code: 12,
        fresh: Some(FreshLink { role, address: "https://mote.skole.no/l/abc".to_owned() }),
        is_done: true,
    }
}
