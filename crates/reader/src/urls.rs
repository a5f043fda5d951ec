//! The addresses in an article.

use unstuck_core::guide::{Element, Node};

/// Replaces each address of a link or a picture; one for which there is none is removed.
pub(crate) fn map_urls(article: &mut Element, map: &dyn Fn(&str) -> Option<String>) {
    article.attributes.retain_mut(|(name, value)| {
        if !matches!(name.as_str(), "href" | "src") {
            return true;
        }
        match map(value) {
            Some(url) => *value = url,
            None => return false,
        }
        true
    });
    for child in &mut article.children {
        if let Node::Element(inner) = child {
            map_urls(inner, map);
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
        let article = |link: &[(&str, &str)], image: &[(&str, &str)]| {
            let image = Node::Element(element("img", image, Vec::new()));
            element(
                "article",
                &[("lang", "en")],
                vec![Node::Element(element("a", link, vec![image]))],
            )
        };
        let mut mapped = article(&[("href", "a.html")], &[("src", ""), ("alt", "A")]);
        map_urls(&mut mapped, &|url| {
            (!url.is_empty()).then(|| format!("https://x.org/{url}"))
        });
        assert_eq!(
            mapped,
            article(&[("href", "https://x.org/a.html")], &[("alt", "A")])
        );
    }
}
