//! The URLs in a guide, for callers that read it from elsewhere than the page: relative URLs are resolved against that place.

use super::model::{Guide, Passage};
use super::rich::{Inline, Rich, is_safe_href, is_safe_image_src};

impl Guide {
    /// Puts what `map` gives for it in the place of each address: of links, pictures, and the links around pictures. Where it
    /// gives nothing, or an address that an article could not have, the old one stays.
    pub fn map_urls(&mut self, mut map: impl FnMut(&str) -> Option<String>) {
        let map: Map<'_> = &mut map;
        list(&mut self.intro, map);
        list(&mut self.wait, map);
        list(&mut self.after, map);
        for question in &mut self.questions {
            list(&mut question.hint, map);
        }
        for note in &mut self.notes {
            list(&mut note.passages, map);
        }
        if let Some(support) = &mut self.support {
            list(&mut support.passages, map);
        }
        for fix in &mut self.fixes {
            for passages in [&mut fix.reason, &mut fix.more, &mut fix.wait, &mut fix.away] {
                list(passages, map);
            }
            for step in &mut fix.steps {
                list(&mut step.passages, map);
            }
            if let Some(check) = &mut fix.check {
                list(&mut check.hint, map);
            }
            if let Some(risk) = &mut fix.risk {
                list(&mut risk.passages, map);
                list(&mut risk.first, map);
                risk.lost.iter_mut().for_each(|lost| list(lost, map));
            }
        }
    }
}

type Map<'m> = &'m mut dyn FnMut(&str) -> Option<String>;

fn list(passages: &mut [Passage], map: Map<'_>) {
    for passage in passages {
        match passage {
            Passage::Words(words) => rich(words, map),
            Passage::List { items, .. } => items.iter_mut().for_each(|item| list(item, map)),
            Passage::Table { rows, .. } => {
                rows.iter_mut().flatten().for_each(|cell| rich(cell, map));
            }
            Passage::Tip { passages, .. } => list(passages, map),
            Passage::Code(_) => {}
        }
    }
}

fn rich(words: &mut Rich, map: Map<'_>) {
    for inline in &mut words.0 {
        match inline {
            Inline::Link { href, .. } => replace(href, is_safe_href, map),
            Inline::Image(image) => {
                replace(&mut image.src, is_safe_image_src, map);
                if !image.href.is_empty() {
                    replace(&mut image.href, is_safe_href, map);
                }
            }
            _ => {}
        }
    }
}

fn replace(url: &mut String, is_safe: fn(&str) -> bool, map: Map<'_>) {
    if let Some(other) = map(url).filter(|other| is_safe(other)) {
        *url = other;
    }
}
