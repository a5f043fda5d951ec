//! What a part is by its title, by what is above it, and by what it holds: a fix perhaps, a group, an explanation, support.
//!
//! Belongs here: the role of each part. Does not: what a title alone says (see `titles`), or which parts are fixes (see
//! `classify`).

use crate::evidence::Evidence;
use crate::lexicon::{Lexicon, Role};
use crate::part::Part;
use crate::recurring::roles_of_recurring;
use crate::titles::folded;

/// So many problems beside each other make a section about something else stand out.
const LEAST_PROBLEMS: usize = 2;

/// The role of each part. With `lenient`, parts that explain can hold fixes, too.
pub(crate) fn roles_of(
    parts: &[Part],
    own: &[Evidence],
    lenient: bool,
    lexicon: &'static Lexicon,
) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::with_capacity(parts.len());
    let titled = roles_of_titles(parts, lexicon);
    for (at, (part, mut role)) in parts.iter().zip(titled).enumerate() {
        // A page can put the whole article below the heading "Contents".
        if !part.children.is_empty() && lexicon.contents(&part.title) {
            role = Role::Group;
        }
        // "Something wrong?" names none of the problems below it.
        if role == Role::Plain && !part.children.is_empty() && lexicon.names_nothing(&part.title) {
            role = Role::Group;
        }
        if role == Role::Reason && holds_solved(part, parts, own, lexicon) {
            role = Role::Group;
        }
        if lenient && role == Role::Reason {
            role = Role::Group;
        }
        // "If all else fails" may hold a remedy, or say whom to ask.
        if role == Role::LastResort {
            let mut below = part.children.iter();
            role = if own[at].has_remedies() || below.any(|child| own[*child].has_remedies()) {
                Role::Plain
            } else {
                Role::Support
            };
        }
        let above = roles.get(part.parent).copied().unwrap_or(Role::Plain);
        // What is no fix holds none, but for instructions below an explanation.
        if at > 0
            && !matches!(above, Role::Plain | Role::Group)
            && !(above == Role::Reason
                && (role == Role::Group || instructing_part(part, own[at], lexicon)))
        {
            role = above;
        }
        if part.mark("skip").is_some() {
            role = Role::Related;
        } else if part.mark("support").is_some() {
            role = Role::Support;
        } else if part.is_marked_fix() {
            role = Role::Plain;
        }
        roles.push(role);
    }
    explain_beside_solutions(parts, &mut roles, own);
    solve_beside_problems(parts, &mut roles, own, lexicon);
    lead_to_solutions(parts, &mut roles, own, lexicon);
    if let Some(last) = last_section(parts, &roles, own, lexicon) {
        roles[last] = Role::Support;
    }
    roles
}

/// Beside a solution, and a cause perhaps, what gives no order of its own is one more thing to know of the problem: an example of its
/// message.
fn explain_beside_solutions(parts: &[Part], roles: &mut [Role], own: &[Evidence]) {
    for part in parts.iter().skip(1) {
        let count = |role| {
            part.children
                .iter()
                .filter(|child| roles[**child] == role)
                .count()
        };
        if count(Role::Group) != 1 || count(Role::Reason) == 0 {
            continue;
        }
        for child in &part.children {
            let (own, beside) = (own[*child], &parts[*child]);
            let silent = own.own_orders + own.support_orders + own.tally.hinting == 0;
            if roles[*child] == Role::Plain
                && silent
                && beside.children.is_empty()
                && !beside.is_marked_fix()
            {
                roles[*child] = Role::Reason;
            }
        }
    }
}

/// "Solution" over a few words, right before a group that holds the fixes, leads to them. "Solution 2" is one itself.
fn lead_to_solutions(parts: &[Part], roles: &mut [Role], own: &[Evidence], lexicon: &Lexicon) {
    for part in parts {
        for (leads, holds) in part.children.iter().zip(part.children.iter().skip(1)) {
            let groups = roles[*leads] == Role::Group && roles[*holds] == Role::Group;
            let says_little = parts[*leads].children.is_empty()
                && !parts[*leads].is_marked_fix()
                && lexicon.counts(&parts[*leads].title).is_none()
                && own[*leads].blocks <= 2
                && own[*leads].steps == 0;
            if groups && says_little && parts[*holds].children.len() >= 2 {
                roles[*leads] = Role::Reason;
            }
        }
    }
}

/// Among problems that have their steps right below them, "Error messages" with steps of its own is one more.
fn solve_beside_problems(parts: &[Part], roles: &mut [Role], own: &[Evidence], lexicon: &Lexicon) {
    for part in parts.iter().skip(1) {
        let (explained, solved): (Vec<usize>, Vec<usize>) = part
            .children
            .iter()
            .filter(|child| own[**child].steps > 0)
            .partition(|child| roles[**child] == Role::Reason);
        let symptoms = solved.iter().filter(|child| {
            roles[**child] == Role::Plain && lexicon.is_symptom(&parts[**child].title)
        });
        if symptoms.count() < 2 {
            continue;
        }
        for child in explained {
            let title = &parts[child].title;
            // "Problem" is a label.
            let named = folded(title).contains(' ') && lexicon.names_trouble(title);
            if named && parts[child].children.is_empty() {
                roles[child] = Role::Plain;
            }
        }
    }
}

/// What the titles say. A word for problem that has no plural may be what is wrong and stand over no fixes: nothing is below
/// it, and remedies follow beside it.
fn roles_of_titles(parts: &[Part], lexicon: &'static Lexicon) -> Vec<Role> {
    let mut roles = vec![Role::Plain; parts.len()];
    // Of which parts remedies are known to be a child, from the last one on.
    let mut remedied = vec![false; parts.len()];
    for (at, part) in parts.iter().enumerate().skip(1).rev() {
        let (Some(role), Some(remedied)) = (roles.get_mut(at), remedied.get_mut(part.parent))
        else {
            continue;
        };
        *role = lexicon.role(&part.title);
        if *role != Role::Group {
            continue;
        }
        if !lexicon.names_trouble(&part.title) || lexicon.says_fix(&part.title) {
            *remedied = true;
        } else if *remedied && part.children.is_empty() && lexicon.has_no_plural(&part.title) {
            *role = Role::Reason;
        }
    }
    for (at, role) in roles_of_recurring(parts, &roles, lexicon) {
        roles[at] = role;
    }
    leave_beside_problems(parts, &mut roles, lexicon);
    roles
}

/// A checklist, a summary, or how to look after the product is for none of the problems beside it, and tips are no second solution.
fn leave_beside_problems(parts: &[Part], roles: &mut [Role], lexicon: &Lexicon) {
    for part in parts {
        let children = part.children.iter().copied();
        let (general, others): (Vec<usize>, Vec<usize>) = children
            .filter(|child| matches!(roles[*child], Role::Plain | Role::Group))
            .partition(|child| lexicon.is_general(&parts[*child].title));
        let goes_wrong = |child: &&usize| {
            let beside = &parts[**child];
            lexicon.is_symptom(&beside.title)
                || lexicon.is_category(&beside.title) && !beside.children.is_empty()
        };
        let solves = |child: &usize| {
            let title = &parts[*child].title;
            roles[*child] == Role::Group
                && lexicon.titles.name(&folded(title))
                && !lexicon.names_trouble(title)
        };
        let problems = others.iter().filter(goes_wrong).count();
        let outnumbered = problems >= LEAST_PROBLEMS && problems * 2 > general.len();
        if !outnumbered && !others.iter().any(solves) {
            continue;
        }
        for child in general {
            if !parts[child].is_marked_fix() {
                roles[child] = Role::Related;
            }
        }
    }
}

/// The last section of an article, where it sends to support in words of any kind: Now what?
fn last_section(
    parts: &[Part],
    roles: &[Role],
    own: &[Evidence],
    lexicon: &Lexicon,
) -> Option<usize> {
    let counts = |part: &usize| !matches!(roles[*part], Role::Related | Role::Reason);
    let sections = parts.first()?.children.iter().copied().filter(counts);
    let last = sections.clone().next_back()?;
    let part = &parts[last];
    let orders = own[last];
    let plain = roles[last] == Role::Plain && part.children.is_empty() && !part.is_marked_fix();
    let title = &part.title;
    // Among titles that do not ask, one that does is no problem beside them: "Not what you are after?"
    let asks = |part: &usize| lexicon.is_question(&parts[*part].title);
    let alone = asks(&last) && sections.clone().filter(asks).count() == 1;
    let named = lexicon.is_symptom(title) && !alone
        || lexicon.is_instruction(title)
        || lexicon.counts(title).is_some();
    (plain && !named && sections.count() > 2 && orders.support_orders > orders.own_orders)
        .then_some(last)
}

/// Whether a part that explains holds problems with their remedies: "Error messages" over messages that have their steps, "Causes"
/// over what is wrong, most of it with orders.
fn holds_solved(part: &Part, parts: &[Part], own: &[Evidence], lexicon: &Lexicon) -> bool {
    let children = || part.children.iter().copied();
    let problem = |child: &usize| lexicon.is_problem(&parts[*child]);
    let listed = children().filter(|child| own[*child].steps > 0);
    let ordered = children().filter(|child| own[*child].steps + own[*child].own_orders > 0);
    let problems = ordered.clone().filter(problem).count();
    let ordered = ordered.count();
    lexicon.names_trouble(&part.title) && listed.filter(problem).count() >= LEAST_PROBLEMS
        || lexicon.names_causes(&part.title)
            && problems >= LEAST_PROBLEMS
            && ordered * 2 > part.children.len()
}

fn instructing_part(part: &Part, own: Evidence, lexicon: &Lexicon) -> bool {
    lexicon.is_instruction(&part.title) && own.steps + own.own_orders > 0
}
