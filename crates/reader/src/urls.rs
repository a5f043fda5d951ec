//! The addresses in an article.

use unstuck_core::guide::{Element, Node};

/// Replaces each address of a link or a picture (`href` or `src`, which `map` is told); one for which there is none is removed,
/// and a picture with it: its words stay.
pub(crate) fn map_urls(article: &mut Element, map: &dyn Fn(&str, &str) -> Option<String>) {
    article.attributes.retain_mut(|(name, value)| {
        if !matches!(name.as_str(), "href" | "src") {
            return true;
        }
        match map(name, value) {
            Some(url) => *value = url,
            None => return false,
        }
        true
    });
    for child in &mut article.children {
        let Node::Element(inner) = child else {
            continue;
        };
        map_urls(inner, map);
        if inner.tag == "img" && inner.attribute("src").is_none() {
            let words = inner.attribute("alt").unwrap_or_default().to_owned();
            *child = Node::Text(words);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_is_replaced_or_removed() {
        let element = |tag: &str, attributes: &[(&str, &str)], children: Vec<Node>| Element {
            tag: tag.into(),
            attributes: attributes
                .iter()
                .map(|(name, value)| ((*name).into(), (*value).into()))
                .collect(),
            children,
        };
        let picture = |src: &str| {
            let picture = element("img", &[("src", src), ("alt", "A")], Vec::new());
            Node::Element(picture)
        };
        let article = |link: &[(&str, &str)], image: Node| {
            element(
                "article",
                &[("lang", "en")],
                vec![Node::Element(element("a", link, vec![image]))],
            )
        };
        for (src, image) in [
            ("", Node::Text("A".into())),
            ("p.png", picture("https://x.org/p.png")),
        ] {
            let mut mapped = article(&[("href", "a.html")], picture(src));
            map_urls(&mut mapped, &|name, url| {
                assert!(["href", "src"].contains(&name));
                (!url.is_empty()).then(|| format!("https://x.org/{url}"))
            });
            assert_eq!(mapped, article(&[("href", "https://x.org/a.html")], image));
        }
    }
}
