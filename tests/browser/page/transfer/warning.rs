//! A link that arrives before a risk.

use serde_json::json;

use super::{IN_VAIN, arrive, cleared_device, link, said};
use crate::harness::{Case, Outcome, Page, case};
use crate::{check, same};

pub(super) fn cases() -> Vec<Case> {
    vec![case(
        "transfer::leads_past_no_warning",
        leads_past_no_warning,
    )]
}

/// On a phone, with a long list above the choice: what the link answers, what is asked all the same, and then is.
async fn leads_past_no_warning(page: Page) -> Outcome {
    page.open().await?;
    page.act_all(&IN_VAIN).await?;
    page.act_all(&["yes", "confirm", "still-running"]).await?;
    let place = page.screen().await?;
    let link = link(&page).await?;
    cleared_device(&page).await?;
    page.window(390, 664).await?;
    arrive(&page, &link, "carry-take").await?;
    let words = said(&page).await?;
    for word in [
        "What you answered",
        "Tried, didn’t help",
        "Still running",
        "you’ll be asked again",
        ": the warning",
    ] {
        check!(words.contains(word), "it does not say {word:?}: {words}");
    }
    same!(
        page.js_async(
            "const sheet = shadow.querySelector('dialog.carry');
             await Promise.all(sheet.getAnimations().map((each) => each.finished));
             const box = sheet.getBoundingClientRect();
             const reads = sheet.scrollWidth <= sheet.clientWidth && box.top >= 0 && box.bottom <= innerHeight + 1;
             const seen = [...sheet.querySelectorAll('.decide button')].every((one) => one.getBoundingClientRect().bottom <= innerHeight);
             sheet.scrollTop = 1e6;
             const last = [...sheet.querySelectorAll('.line')].at(-1).getBoundingClientRect();
             return [reads, seen, last.bottom <= sheet.querySelector('.decide').getBoundingClientRect().top + 1]",
            json!([])
        )
        .await?,
        json!([true, true, true]),
        "it fits, the choice is in sight, and the last line comes out from under it"
    );
    page.press("carry-take", json!({})).await?;
    page.wait("the check before the risk", "return state().seq > 0")
        .await?;
    page.act("yes").await?;
    let screen = page.screen().await?;
    check!(
        screen.is("confirm", &place.id),
        "after its check: {screen:?}"
    );
    page.act("confirm").await?;
    same!(
        page.screen().await?,
        place,
        "the wait, once the risk is accepted"
    );
    page.no_errors().await
}
