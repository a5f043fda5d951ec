//! Text with places that are filled in: `__UNSTUCK_…__` tokens, and parts between markers that are generated.
//!
//! Belongs here: the two ways to fill in a text. Does not: which texts, and with what. Tokens are words and not comments,
//! since Trunk's minifier takes comments out before its hooks run.

use anyhow::{Context, Result, bail};
pub use unstuck_first::escaped;

const TOKEN: &str = "__UNSTUCK_";

/// Puts values in the place of their tokens.
///
/// # Errors
/// Where a token is missing, or one is left that nobody knows.
pub fn fill<V: AsRef<str>>(text: &str, values: &[(&str, V)]) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut seen = vec![false; values.len()];
    let mut rest = text;
    // One pass: inserted text is not scanned again.
    while let Some(at) = rest.find(TOKEN) {
        let (before, after) = rest.split_at(at);
        let known = |(token, _): &(&str, V)| after.starts_with(token);
        let Some(found) = values.iter().position(known) else {
            let mut words = after.split(|c: char| c != '_' && !c.is_ascii_alphanumeric());
            let token = words.next().unwrap_or_default();
            bail!("the build does not know the token {token}");
        };
        let (token, value) = &values[found];
        seen[found] = true;
        out.push_str(before);
        // The minifier takes the quotes off an attribute that is a token alone.
        let quote = if before.ends_with('=') { "\"" } else { "" };
        out.push_str(quote);
        out.push_str(value.as_ref());
        out.push_str(quote);
        rest = &after[token.len()..];
    }
    out.push_str(rest);
    if let Some(missing) = seen.iter().position(|seen| !seen) {
        bail!("the token {} is missing", values[missing].0);
    }
    Ok(out)
}

/// Puts lines between the lines that hold `generated: NAME` and `generated: end`.
pub fn between_markers(text: &str, name: &str, new: &str) -> Result<String> {
    let (before, _, after) = parts(text, name)?;
    Ok(format!("{before}{}\n{after}", new.trim_end()))
}

/// The current text between the two markers: whole lines.
pub fn marked<'a>(text: &'a str, name: &str) -> Result<&'a str> {
    parts(text, name).map(|(_, marked, _)| marked)
}

fn parts<'a>(text: &'a str, name: &str) -> Result<(&'a str, &'a str, &'a str)> {
    let parts = || {
        let marker = text.find(&format!("generated: {name} "))?;
        let start = marker + text[marker..].find('\n')? + 1;
        let marker = start + text[start..].find("generated: end")?;
        let end = text[..marker].rfind('\n')? + 1;
        Some((&text[..start], &text[start..end], &text[end..]))
    };
    parts().with_context(|| format!("there are no lines for what is generated as \"{name}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(result: Result<String>) -> String {
        result.unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn every_token_is_replaced_everywhere() {
        let text = "<title>__UNSTUCK_TITLE__</title><meta content=__UNSTUCK_TITLE__>";
        let filled = said(fill(text, &[("__UNSTUCK_TITLE__", "A __UNSTUCK_X b")]));
        let title = "A __UNSTUCK_X b";
        assert_eq!(
            filled,
            format!("<title>{title}</title><meta content=\"{title}\">")
        );
    }

    #[test]
    fn a_missing_or_unknown_token_is_named() {
        let missing = said(fill("x", &[("__UNSTUCK_JS__", "a.js")]));
        assert_eq!(missing, "the token __UNSTUCK_JS__ is missing");
        let unknown = said(fill::<&str>("x __UNSTUCK_WHAT__;", &[]));
        assert_eq!(
            unknown,
            "the build does not know the token __UNSTUCK_WHAT__"
        );
    }

    #[test]
    fn only_text_between_the_markers_changes() {
        let text = "a\n<!-- generated: list -->\nold\nold\n  // generated: end\nb\n";
        let new = said(between_markers(text, "list", "new"));
        assert_eq!(
            new,
            "a\n<!-- generated: list -->\nnew\n  // generated: end\nb\n"
        );
        assert_eq!(said(between_markers(&new, "list", "new")), new);
        assert!(between_markers(text, "lis", "x").is_err());
    }

    #[test]
    fn text_cannot_escape_its_element() {
        assert_eq!(escaped("a \"b\" <c> & d"), "a &quot;b&quot; &lt;c> &amp; d");
    }
}
