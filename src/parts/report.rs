//! The report, line by line as it goes out, with the controls that take it along; and what support asks for.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use unstuck_core::guide::{Section, is_form_address};
use unstuck_core::progress::Key;
use unstuck_core::walk::{Action, MOST, Outcome, Report, Walk};
use yew::prelude::*;

use super::passages::passages;
use super::view::{View, control, exact, p, t};
use crate::address::host;
use crate::hooks::input;
use crate::host::Via;
use crate::report::{self, Kind, Line};
use crate::session::Command;

/// All that a reader needs to turn to a person: what is left to try, what support wants to know, and the report.
pub(crate) fn handoff(view: &View, walk: &Walk<'_>, report: &Report) -> Html {
    let guide = view.session.guide();
    html! {
        <>
            { undone(view, walk) }
            if let Some(support) = &guide.support {
                <div class="body support">
                    { view.label(&support.title) }
                    { passages(view, &support.passages) }
                </div>
                { needs(view, support) }
            }
            { take_along(view, report) }
        </>
    }
}

/// The fixes that were left out or could not be done: each a way back to it.
fn undone(view: &View, walk: &Walk<'_>) -> Html {
    let undone = |outcome| matches!(outcome, Outcome::Skipped | Outcome::Cannot);
    let fixes = walk.offered().filter(|state| undone(state.outcome));
    let fixes: Vec<Html> = fixes
        .filter_map(|state| {
            let key = Key::new(state.by?, &state.fix.id);
            let again = view.session.press(Action::Change(key.clone()));
            walk.can_change(&key, view.session.progress()).then(|| {
                html! {
                    <button
                        type="button"
                        class="button option"
                        data-action="try"
                        data-id={state.fix.id.clone()}
                        onclick={again}
                    >
                        { t(&state.fix.title) }
                    </button>
                }
            })
        })
        .collect();
    if fixes.is_empty() {
        return Html::default();
    }
    html! {
        <div class="undone">
            { view.label(&view.words.undone(fixes.len() as u64)) }
            { fixes }
        </div>
    }
}

/// What support asks for, to be filled in here.
fn needs(view: &View, support: &Section) -> Html {
    if support.needs.is_empty() {
        return Html::default();
    }
    let fields = support.needs.iter().map(|need| {
        let (run, name) = (view.session.run.clone(), need.clone());
        let oninput = Callback::from(move |event: InputEvent| {
            run.emit(Command::Act(Action::Fill {
                need: name.clone(),
                text: input::typed(&event),
            }));
        });
        html! {
            <label class="need">
                { t(need) }
                <input
                    class="field"
                    autocomplete="off"
                    maxlength={MOST.to_string()}
                    data-action="need"
                    data-id={need.clone()}
                    value={view.session.progress().need(need).to_owned()}
                    {oninput}
                />
            </label>
        }
    });
    html! {
        <div class="needs">
            { for fields }
            <p class="hint-line">{ t(view.words.needs_stay()) }</p>
        </div>
    }
}

/// The report, and the controls that take it along.
pub(crate) fn take_along(view: &View, report: &Report) -> Html {
    html! {
        <div class="report" part="report">
            { take(view, report) }
            <ul class="report-lines">{ rows(view, report) }</ul>
        </div>
    }
}

/// The report as it is printed, whatever is folded on the screen: with blanks to write on.
pub(crate) fn paper(view: &View) -> Html {
    html! {
        <div class="report paper"><ul class="report-lines">{ rows(view, &report(view)) }</ul></div>
    }
}

/// The report as things are now.
pub(crate) fn report(view: &View) -> Report {
    let session = &view.session;
    report::of(session.guide(), session.progress(), &session.state.around)
}

fn rows(view: &View, report: &Report) -> Html {
    let lines = report::lines(report, view.words);
    lines.iter().map(|line| row(view, line)).collect()
}

fn row(view: &View, line: &Line<'_>) -> Html {
    let fix = line.fix.filter(|_| line.kind == Kind::Fix);
    let class = match line.kind {
        Kind::Title => "line title",
        Kind::Detail => "line detail",
        Kind::Need if line.said.is_empty() => "line blank",
        _ => "line",
    };
    html! {
        <li
            {class}
            data-id={fix.map(|fix| fix.id.clone())}
            data-fix={fix.and_then(|fix| fix.number).map(|number| number.to_string())}
            data-outcome={fix.map(|fix| fix.outcome.name())}
        >
            <span class="line-what">{ exact(&line.asked(view.words)) }</span>
            <span class="unseen">{ t(" ") }</span>
            <span class="line-said">{ exact(&line.said) }</span>
        </li>
    }
}

/// Where the browser refuses to copy, the text is shown to copy by hand.
fn take(view: &View, report: &Report) -> Html {
    let words = view.words;
    let session = &view.session;
    let text: AttrValue = report::text(report, words).into();
    let issue = session
        .guide()
        .support
        .as_ref()
        .map(|support| support.issue.as_str());
    let issue = issue.filter(|issue| is_form_address(issue));
    let is_mail = issue.is_some_and(|issue| issue.starts_with("mailto:"));
    let form = issue.map(|issue| report::form(issue, report, words));
    let mail = form.clone().filter(|_| is_mail).unwrap_or_else(|| {
        let subject = report::encoded(&report::title(report, words));
        format!("mailto:?subject={subject}&body={}", report::encoded(&text))
    });
    let file = utf8_percent_encode(&text, NON_ALPHANUMERIC);
    let file = format!("data:text/plain;charset=utf-8,{file}");
    let (name, seen, status) = match session.copied(&text) {
        None => (words.copy_report(), "unseen", ""),
        Some(true) => (words.copied(), "unseen", words.copied()),
        Some(false) => (words.copy_report(), "small", words.copy_failed()),
    };
    let copy = session.hand(Via::Copy, Some(Command::Copy(text.clone())));
    let share = session.hand(Via::Share, Some(Command::ShareText(text.clone())));
    let first = if form.is_some() && !is_mail {
        "button"
    } else {
        "button first"
    };
    html! {
        <div class="take">
            if let Some(form) = form.filter(|_| !is_mail) {
                <a
                    class="button first"
                    href={form}
                    target="_blank"
                    rel="noopener"
                    data-action="issue"
                    onclick={session.hand(Via::Issue, None)}
                >
                    { t(&words.open_form(&host(issue.unwrap_or_default()))) }
                </a>
            }
            { control("copy", first, name, copy) }
            <div class="ways">
                if session.state.around.can_share { { control("share", "link", words.share_report(), share) } }
                <a class="link" href={mail} data-action="mail" onclick={session.hand(Via::Mail, None)}>
                    { t(words.mail_report()) }
                </a>
                <a
                    class="link"
                    href={file}
                    download="report.txt"
                    data-action="file"
                    onclick={session.hand(Via::File, None)}
                >
                    { t(words.save_report()) }
                </a>
                { control("print", "link", words.print(), session.on(Command::Print)) }
            </div>
            // It exists before its text changes, or screen readers would not announce it.
            <p class={seen} role="status">{ t(status) }</p>
            if session.copied(&text) == Some(false) { <pre tabindex="0">{ exact(&text) }</pre> }
        </div>
    }
}

/// The way to a person, over whatever screen there is.
pub(crate) fn help(view: &View, walk: &Walk<'_>) -> Html {
    let words = view.words;
    let report = report(view);
    let tried = match report.tried {
        0 => words.help_untried(report.offered),
        tried => words.help_text(tried, report.offered),
    };
    html! {
        <>
            { p(&tried) }
            { handoff(view, walk, &report) }
            { control("resume", "button", words.resume(), view.session.on(Command::Close)) }
        </>
    }
}
