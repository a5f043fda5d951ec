//! Sizes: targets large enough, nothing wider than the screen, the first answers in view.

use serde_json::json;

use crate::harness::walker::{WAYS, Way};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("layout::first_answers_in_view", first_answers_in_view).in_every_engine(),
        case("layout::overview_and_dialog", overview_and_dialog),
        case("layout::text_at_double_size", text_at_double_size).in_every_engine(),
        case("layout::answers_stay", answers_stay),
        case("layout::steps_are_close", steps_are_close),
        case("layout::menu_paths", menu_paths),
    ];
    cases.extend(WAYS.iter().map(|way| {
        case(format!("layout::{}", way.name), async move |page: Page| {
            fits(page, way).await
        })
    }));
    cases
}

async fn fits(page: Page, way: &'static Way) -> Outcome {
    page.open_at(320, 700).await?;
    way.go(&page).await?;
    no_overflow(&page, "at 320 px").await?;
    large_enough(&page, "at 320 px").await?;
    page.open_at(1280, 800).await?;
    way.arrived(&page.screen().await?)?;
    no_overflow(&page, "at 1280 px").await?;
    large_enough(&page, "at 1280 px").await
}

pub async fn no_overflow(page: &Page, at: &str) -> Outcome {
    let over = page
        .js(
            "const wide = document.scrollingElement.scrollWidth - innerWidth;
             // What only screen readers are told is a clipped box of a pixel.
             const unseen = (e) => { for (let at = e; at && at !== root(); at = at.parentElement) if (at.clientWidth === 1 || getComputedStyle(at).clipPath !== 'none') return true; return false; };
             // What a box scrolls is no wider than the box.
             const scrolled = (e) => { for (let at = e.parentElement; at && at !== root(); at = at.parentElement) if (getComputedStyle(at).overflowX === 'auto') return true; return false; };
             const out = [...root().querySelectorAll('*')].filter((e) => shown(e) && !unseen(e) && !scrolled(e) && e.getBoundingClientRect().right > innerWidth + 0.5);
             return { wide: Math.max(0, wide), out: out.slice(0, 5).map((e) => e.outerHTML.slice(0, 100)) };",
            json!([]),
        )
        .await?;
    same!(
        over,
        json!({ "wide": 0, "out": [] }),
        "wider than the screen {at}"
    );
    Ok(())
}

pub async fn large_enough(page: &Page, at: &str) -> Outcome {
    let small = page
        .js(
            "const target = (e) => (e.matches('input') ? e.closest('label') ?? shadow.querySelector(`label[for=\"${e.id}\"]`) ?? e : e);
             return [...shadow.querySelectorAll('[data-action]')].map((e) => [e, target(e)]).filter(([, t]) => shown(t))
               .map(([e, t]) => { const box = t.getBoundingClientRect(); return [e.dataset.action, Math.round(box.width * 10) / 10, Math.round(box.height * 10) / 10]; })
               .filter(([action, width, height]) => width < 44 || height < (['yes', 'no'].includes(action) ? 52 : 44));",
            json!([]),
        )
        .await?;
    same!(
        small,
        json!([]),
        "controls too small {at} (action, width, height)"
    );
    Ok(())
}

async fn first_answers_in_view(page: Page) -> Outcome {
    // The lower is what a phone leaves below its browser's bars.
    for height in [664, 844] {
        page.open_at(390, height).await?;
        let low = page
            .js("return ['yes', 'no', 'unsure'].map((a) => controls(a)[0]?.getBoundingClientRect().bottom ?? 99999).filter((b) => b > innerHeight)", json!([]))
            .await?;
        same!(
            low,
            json!([]),
            "the first answers are below {height} px, at"
        );
    }
    page.open_at(820, 1180).await?;
    let void = page
        .js("return Math.round(host.getBoundingClientRect().bottom - root().querySelector('[part~=card]').getBoundingClientRect().bottom)", json!([]))
        .await?;
    check!(
        void.as_i64().unwrap_or(999) < 40,
        "under the card on a tablet: {void} px"
    );
    page.open_at(390, 844).await?;
    let side = page
        .js(
            // The first screen is a choice; what none of its options says stands below them.
            "const [a, b] = ['no', 'unsure'].map((x) => controls(x)[0].getBoundingClientRect());
             return { level: Math.abs(a.top - b.top) < 1, equal: Math.abs(a.width - b.width) < 1 && Math.abs(a.height - b.height) < 1 };",
            json!([]),
        )
        .await?;
    same!(
        side,
        json!({ "level": true, "equal": true }),
        "None of these and Not sure side by side"
    );
    Ok(())
}

/// A thumb goes on without looking: the next question has its answers where the last one had them. On a wide card, where
/// the words of both have room.
async fn answers_stay(page: Page) -> Outcome {
    page.open_at(640, 900).await?;
    let place = "const card = root().querySelector('[part~=card]').getBoundingClientRect();
                 return ['yes', 'no', 'unsure'].map((a) => Math.round(controls(a)[0].getBoundingClientRect().top - card.top))";
    page.act_all(&["yes", "yes"]).await?;
    let first = page.js(place, json!([])).await?;
    page.act("yes").await?;
    // What is said of the keeping has its place before it is known.
    page.progress().await?;
    same!(page.js(place, json!([])).await?, first, "on the next");
    same!(first[0], first[1], "Yes and No side by side");
    Ok(())
}

/// A step is as high as its words and what stands around them, whatever the height of the card.
async fn steps_are_close(page: Page) -> Outcome {
    for (width, height) in [(390, 844), (1280, 800)] {
        page.open_at(width, height).await?;
        page.act_all(&["yes", "no", "confirm"]).await?;
        let loose = page
            .js(
                "return [...root().querySelectorAll('[part~=step]')].map((step) => Math.round(step.getBoundingClientRect().height
                   - [...step.children].reduce((sum, e) => sum + e.getBoundingClientRect().height, 0))).filter((more) => more > 2)",
                json!([]),
            )
            .await?;
        same!(loose, json!([]), "steps that are higher at {width} px");
        page.forget().await?;
    }
    Ok(())
}

/// A menu path breaks between its items: none is torn that fits into a line, and no line begins with a mark.
async fn menu_paths(page: Page) -> Outcome {
    for width in [320, 390, 700] {
        page.open_at(width, 844).await?;
        let torn = page
            .js(
                "return [...root().querySelectorAll('.crumb')].filter((e) => e.getClientRects().length > 1 || e.getBoundingClientRect().height > 40).map((e) => plain(e.textContent))",
                json!([]),
            )
            .await?;
        same!(torn, json!([]), "torn at {width} px");
        let marks = page
            .js(
                "return [...root().querySelectorAll('.mark')].filter((e) => e.getBoundingClientRect().left < e.parentElement.getBoundingClientRect().left + 8).length",
                json!([]),
            )
            .await?;
        same!(marks, json!(0), "marks before their item at {width} px");
    }
    Ok(())
}

async fn overview_and_dialog(page: Page) -> Outcome {
    page.open_at(320, 700).await?;
    page.act_all(&["yes", "no", "confirm", "not-solved", "no"])
        .await?;
    page.open_overview().await?;
    no_overflow(&page, "with the overview open").await?;
    large_enough(&page, "with the overview open").await?;
    page.press("close", json!({})).await?;
    page.press("restart", json!({})).await?;
    page.wait(
        "the question",
        "return controls('restart-yes').length === 1",
    )
    .await?;
    no_overflow(&page, "with the dialog open").await?;
    large_enough(&page, "with the dialog open").await
}

/// A reader's larger text: rem and em grow, and nothing is cut off.
async fn text_at_double_size(page: Page) -> Outcome {
    page.site
        .head("<style>html{font-size:200%!important}</style>");
    page.open_at(390, 844).await?;
    page.act_all(&["yes", "no", "confirm"]).await?;
    no_overflow(&page, "at double text size").await?;
    let cut = page
        .js(
            "return [...root().querySelectorAll('button, label, li, p, h1, h2, h3')].filter((e) => shown(e) && e.clientHeight > 0
               && e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY === 'hidden').map((e) => e.outerHTML.slice(0, 100))",
            json!([]),
        )
        .await?;
    check!(cut == json!([]), "text is cut off: {cut}");
    Ok(())
}
