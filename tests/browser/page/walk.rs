//! Walks from the first question to an end, one for each kind of reader.

use serde_json::json;

use crate::harness::page::string;
use crate::harness::walker::{self, FIXES, fixes_met, in_vain, walk};
use crate::harness::{Case, Outcome, Page, Scope, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("walk::all_no", all_no).in_full_runs(),
        case("walk::every_fix_in_vain", every_fix_in_vain),
        case("walk::with_the_pointer", with_the_pointer).in_every_engine(),
        case("walk::finder", finder).in_full_runs(),
        case("walk::neither", neither).in_full_runs(),
        case("walk::unsure_everywhere", unsure_everywhere).in_full_runs(),
        case("walk::cannot", cannot).in_full_runs(),
        case("walk::skip_a_risk", skip_a_risk).in_full_runs(),
        case("walk::still_running", still_running),
    ];
    cases.extend(FIXES.iter().map(|fix| {
        case(
            format!("walk::solved_at_{}", fix.id),
            async move |page: Page| solved_at(page, fix.id).await,
        )
        .scope(if fix.id == "update" {
            Scope::Chromium
        } else {
            Scope::Full
        })
    }));
    cases
}

/// Yes to iCloud, no to everything after it: the report, with all eight fixes in order.
async fn all_no(page: Page) -> Outcome {
    page.open().await?;
    let trace = walk(&page, |screen| {
        Ok(match screen.kind.as_str() {
            "question" if screen.id == "icloud" => "yes",
            "question" => "no",
            "confirm" => "confirm",
            _ => "not-solved",
        }
        .to_owned())
    })
    .await?;
    same!(
        trace.last().map(|(s, _)| s.kind.as_str()),
        Some("exhausted"),
        "the end"
    );
    same!(fixes_met(&trace), walker::ids(), "the fixes");
    report_lists(&page, &walker::ids()).await?;
    page.no_errors().await
}

/// All eight fixes done, each screen of each: check question, risk, steps.
async fn every_fix_in_vain(page: Page) -> Outcome {
    page.open().await?;
    let trace = walk(&page, in_vain).await?;
    let mut wanted = vec!["question icloud".to_owned()];
    for (number, fix) in FIXES.iter().enumerate() {
        let number = number + 1;
        if fix.passes.is_some() {
            wanted.push(format!("question {} {number}/8", fix.id));
        }
        if fix.risky {
            wanted.push(format!("confirm {} {number}/8", fix.id));
        }
        wanted.push(format!("fix {} {number}/8", fix.id));
    }
    let met: Vec<String> = trace
        .iter()
        .filter(|(screen, _)| screen.kind != "exhausted")
        .map(|(s, _)| match (s.fix, s.fixes) {
            (Some(fix), Some(fixes)) => format!("{} {} {fix}/{fixes}", s.kind, s.id),
            _ => format!("{} {}", s.kind, s.id),
        })
        .collect();
    same!(met, wanted, "the screens");
    report_lists(&page, &walker::ids()).await?;
    page.no_errors().await
}

/// With the engine's own clicks.
async fn with_the_pointer(page: Page) -> Outcome {
    page.open().await?;
    for action in [
        "yes",
        "no",
        "confirm",
        "not-solved",
        "unsure",
        "still-running",
        "not-solved",
        "no",
    ] {
        page.click(action).await?;
    }
    let screen = page.screen().await?;
    check!(screen.is("fix", "restart"), "clicks led to {screen:?}");
    page.click("solved").await?;
    same!(page.screen().await?.kind, "solved", "the end");
    page.no_errors().await
}

async fn solved_at(page: Page, target: &'static str) -> Outcome {
    page.open().await?;
    let trace = walk(&page, |screen| {
        let here = screen.fix.is_some() && screen.id == target;
        Ok(match screen.kind.as_str() {
            "question" if !screen.is_check() => "yes",
            "question" if here => walker::opens(walker::of(&screen.id)?),
            "question" => walker::of(&screen.id)?.passes.unwrap_or("yes"),
            "confirm" if here => "confirm",
            "confirm" => "skip",
            _ if here => "solved",
            _ => return Err(format!("on the way to {target}: {screen:?}").into()),
        }
        .to_owned())
    })
    .await?;
    same!(
        trace.last().map(|(s, _)| s.kind.as_str()),
        Some("solved"),
        "the end"
    );
    let (title, text) = (page.title(target).await?, page.text().await?);
    check!(
        !title.is_empty() && text.contains(&title),
        "the solved screen does not name {title:?}: {text}"
    );
    let after = string(
        page.js(
            "return plain(document.querySelector('[data-unstuck-after]')?.textContent)",
            json!([]),
        )
        .await?,
    )?;
    check!(
        text.contains(&after),
        "the solved screen does not tell how to keep it so: {text}"
    );
    page.no_errors().await
}

/// To a Mac: five fixes, and on each exactly the steps that the article has for a Mac.
async fn finder(page: Page) -> Outcome {
    page.open().await?;
    page.act_on("yes", json!({ "id": "finder" })).await?;
    let mut met = Vec::new();
    loop {
        let screen = page.screen().await?;
        if screen.kind == "exhausted" {
            break;
        }
        same!(screen.fixes, Some(5), "the number of fixes");
        if screen.kind == "fix" {
            steps_are_right(&page, &screen.id, &["finder"]).await?;
            met.push(screen.id.clone());
        }
        page.act(&in_vain(&screen)?).await?;
    }
    same!(met, walker::ids_for_finder(), "the fixes");
    report_lists(&page, &walker::ids_for_finder()).await?;
    page.no_errors().await
}

/// To a Windows PC: told so where it is chosen, and the fixes that still apply go on.
async fn neither(page: Page) -> Outcome {
    page.open().await?;
    let text = page.text().await?;
    check!(
        text.contains("Apple Devices app or iTunes"),
        "what it is for Windows is not in {text:?}"
    );
    page.act_on("yes", json!({ "id": "windows-pc" })).await?;
    let trace = walk(&page, in_vain).await?;
    same!(fixes_met(&trace), walker::ids_for_finder(), "the fixes");
    page.no_errors().await
}

/// Not sure of anything: every fix is done.
async fn unsure_everywhere(page: Page) -> Outcome {
    page.open().await?;
    let trace = walk(&page, |screen| {
        Ok(match screen.kind.as_str() {
            "question" => "unsure",
            "confirm" => "confirm",
            _ => "not-solved",
        }
        .to_owned())
    })
    .await?;
    let done: Vec<&str> = trace
        .iter()
        .filter(|(s, _)| s.kind == "fix")
        .map(|(s, _)| s.id.as_str())
        .collect();
    same!(done, walker::ids(), "the fixes done");
    same!(
        trace.last().map(|(s, _)| s.kind.as_str()),
        Some("exhausted"),
        "the end"
    );
    page.no_errors().await
}

/// "I couldn’t do this" goes on, and the report says so in other words than "didn’t help".
async fn cannot(page: Page) -> Outcome {
    page.open().await?;
    walk(&page, |screen| {
        Ok(if screen.is("fix", "update") {
            "cannot".to_owned()
        } else {
            in_vain(screen)?
        })
    })
    .await?;
    let text = page.text().await?;
    let outcomes: Vec<String> = serde_json::from_value(
        page.js(
            "const titles = arguments[0];
             const text = plain(root().innerText);
             return titles.map((title) => { const from = text.indexOf(title); return from < 0 ? 'missing' : text.slice(from + title.length, from + title.length + 40); });",
            json!([[page.title("update").await?, page.title("power-wifi").await?]]),
        )
        .await?,
    )?;
    check!(
        outcomes[0] != "missing" && outcomes[0] != outcomes[1],
        "the report tells both alike: {outcomes:?} in {text}"
    );
    page.no_errors().await
}

/// A risk that is not taken leads on, without its steps.
async fn skip_a_risk(page: Page) -> Outcome {
    page.open().await?;
    let screen = page.act_all(&["yes", "no"]).await?;
    check!(screen.is("confirm", "storage"), "before a risk: {screen:?}");
    same!(
        page.ticks().await?.len(),
        0,
        "steps shown before the risk was confirmed"
    );
    let (lost, text) = (
        page.js(
            "return [...document.querySelectorAll('section[data-unstuck-id=storage] [data-unstuck-lost] li')].map((e) => plain(e.textContent))",
            json!([]),
        )
        .await?,
        page.text().await?,
    );
    let lost: Vec<String> = serde_json::from_value(lost)?;
    check!(!lost.is_empty(), "the article says nothing of what is lost");
    for item in lost {
        check!(
            text.contains(&item),
            "the risk does not say {item:?}: {text}"
        );
    }
    let screen = page.act("skip").await?;
    check!(
        screen.is("question", "power-wifi"),
        "after skip: {screen:?}"
    );
    page.no_errors().await
}

/// Left running, closed, opened again: asked for the verdict.
async fn still_running(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&["yes", "yes", "no", "still-running"]).await?;
    let wait = page.snapshot().await?;
    check!(
        wait.screen.is("wait", "power-wifi"),
        "after still-running: {:?}",
        wait.screen
    );
    check!(
        wait.text.contains("Back Up Now"),
        "the wait does not say what to look for: {}",
        wait.text
    );
    page.client.goto(&page.site.blank()).await?;
    page.open().await?;
    same!(
        page.snapshot().await?,
        wait,
        "the wait after closing the page"
    );
    for action in ["solved", "not-solved", "still-running", "cannot"] {
        check!(
            page.has(action).await?,
            "the wait does not ask for the verdict: no {action}"
        );
    }
    // Running still: nothing is lost by saying so again.
    page.act("still-running").await?;
    same!(
        page.screen().await?,
        wait.screen,
        "still running, said again"
    );
    page.act("solved").await?;
    let (screen, text) = (page.screen().await?, page.text().await?);
    same!(screen.kind, "solved", "the end");
    let title = page.title("power-wifi").await?;
    check!(
        text.contains(&title),
        "the solved screen does not name {title:?}: {text}"
    );
    page.no_errors().await
}

/// The report names each opening question that was asked, and these fixes in this order.
async fn report_lists(page: &Page, fixes: &[&str]) -> Outcome {
    let text = page.text().await?;
    let asked = string(
        page.js("return plain(document.querySelector('[data-unstuck-id=icloud]')?.getAttribute('data-unstuck-ask'))", json!([])).await?,
    )?;
    let mut from = 0;
    let at = text.find(&asked);
    check!(
        !asked.is_empty() && at.is_some(),
        "the report does not tell the question {asked:?}: {text}"
    );
    for fix in fixes {
        let title = page.title(fix).await?;
        match text[from..].find(&title) {
            Some(at) if !title.is_empty() => from += at + title.len(),
            _ => {
                return Err(
                    format!("the report does not list {title:?} in its place: {text}").into(),
                );
            }
        }
    }
    Ok(())
}

/// The steps on the screen are those of the article whose condition holds by these facts.
async fn steps_are_right(page: &Page, fix: &str, facts: &[&str]) -> Outcome {
    let wanted = page
        .js(
            "const facts = arguments[1];
             return [...document.querySelectorAll(`section[data-unstuck-id=\"${arguments[0]}\"] ol > li`)]
               .filter((li) => (li.dataset.unstuckOnlyIf ?? '').split(/\\s+/).filter(Boolean)
                 .every((term) => term.startsWith('!') ? !facts.includes(term.slice(1)) : facts.includes(term)))
               .map((li) => li.dataset.unstuckId)",
            json!([fix, facts]),
        )
        .await?;
    let shown = page
        .js(
            "return [...shadow.querySelectorAll('[data-action=tick]')].map((e) => e.dataset.id)",
            json!([]),
        )
        .await?;
    same!(shown, wanted, "the steps of {fix}");
    Ok(())
}
