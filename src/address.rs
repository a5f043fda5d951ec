//! The page's address as it is handed on: in a link with its QR code, and in a reminder.
//!
//! Belongs here: what is left out of it. Does not: asking the browser for it (`hooks::use_transfer`).

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

/// Within a word of a parameter's name: it may let someone in, or tell who the reader is.
const SECRET_PARTS: [&str; 26] = [
    "activat",
    "auth",
    "bearer",
    "code",
    "confirm",
    "cookie",
    "credential",
    "csrf",
    "invit",
    "jwt",
    "key",
    "login",
    "mail",
    "nonce",
    "passcode",
    "passphrase",
    "passw",
    "reset",
    "saml",
    "secret",
    "sessid",
    "session",
    "signature",
    "token",
    "verif",
    "xsrf",
];

/// The same as a word of its own.
const SECRET_WORDS: [&str; 22] = [
    "access", "hash", "hmac", "magic", "mfa", "otp", "pass", "phone", "pin", "pw", "pwd", "sess",
    "sid", "sig", "sign", "signin", "ssid", "state", "tel", "ticket", "uid", "user",
];

/// Words with such a part that tell nothing.
const HARMLESS: [&str; 14] = [
    "author",
    "authors",
    "barcode",
    "codec",
    "decode",
    "encode",
    "hotkey",
    "keyboard",
    "keyboards",
    "keyword",
    "keywords",
    "preset",
    "presets",
    "unicode",
];

/// Words of names that tell which page this is: their values may be long and look like chance.
const PLACES: [&str; 16] = [
    "article", "doc", "document", "entry", "faq", "guide", "id", "item", "kb", "node", "p", "page",
    "post", "section", "slug", "topic",
];

/// So many characters in which letters and figures are mixed are no words.
const RANDOM: usize = 20;

/// An address to hand on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The page, without a fragment.
    pub page: String,
    /// The fragment that is the page's own, without "#".
    pub route: String,
    /// Whether something that looks private was left out.
    pub less: bool,
}

impl Address {
    /// The page's address `href` and its own fragment `route`, without user and password, and without parameters that look
    /// private, in the query, behind ";" in the path, and in the fragment. `canonical` is what the page calls its address: it
    /// takes the other's place where it has the same origin and path.
    #[must_use]
    pub fn of(href: &str, route: &str, canonical: Option<&str>) -> Self {
        let href = href.split('#').next().unwrap_or_default();
        let mut less = false;
        let page = match Parts::of(href) {
            // `about:` and the like: nobody can go there.
            None => href.split('?').next().unwrap_or_default().to_owned(),
            Some(own) => {
                let canonical = canonical.and_then(Parts::of);
                let parts = canonical.filter(|other| other.is_of(&own)).unwrap_or(own);
                let segments = parts.path.split('/');
                let segments = segments.map(|segment| match segment.split_once(';') {
                    Some((name, parameters)) => {
                        with(name, ";", &public(parameters, ';', &mut less)).into()
                    }
                    None => Cow::from(segment),
                });
                let path = segments.collect::<Vec<_>>().join("/");
                let query = public(parts.query, '&', &mut less);
                with(
                    &format!("{}://{}{path}", parts.scheme, parts.host),
                    "?",
                    &query,
                )
            }
        };
        let (path, query) = route.split_once('?').unwrap_or((route, ""));
        let path = public(path, '&', &mut less);
        let query = public(query, '&', &mut less);
        Self {
            page,
            route: with(&path, "?", &query),
            less,
        }
    }

    /// With the page's own fragment.
    #[must_use]
    pub fn whole(&self) -> String {
        with(&self.page, "#", &self.route)
    }

    /// The link that carries a fragment there. The page's own stands behind it.
    #[must_use]
    pub fn carrying(&self, fragment: &str) -> String {
        with(&format!("{}#{fragment}", self.page), "&", &self.route)
    }
}

/// The host that an address of the web leads to; empty for any other.
#[must_use]
pub fn host(address: &str) -> &str {
    Parts::of(address).map_or("", |parts| parts.host)
}

/// `what` behind `mark`, where there is something.
pub(crate) fn with(before: &str, mark: &str, what: &str) -> String {
    let mark = if what.is_empty() { "" } else { mark };
    [before, mark, what].concat()
}

struct Parts<'a> {
    scheme: &'a str,
    host: &'a str,
    path: &'a str,
    query: &'a str,
}

impl<'a> Parts<'a> {
    /// Of an address as a browser tells it.
    fn of(address: &'a str) -> Option<Self> {
        let address = address.split('#').next()?;
        let (scheme, rest) = address.split_once("://")?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = place.split_at(place.find('/').unwrap_or(place.len()));
        Some(Self {
            scheme,
            host: authority.rsplit('@').next()?,
            path,
            query,
        })
    }

    /// Whether it is another address of the same page: see also who a guide is.
    fn is_of(&self, page: &Self) -> bool {
        (self.scheme, self.host, self.place()) == (page.scheme, page.host, page.place())
    }

    fn place(&self) -> &str {
        let path = self.path.split(';').next().unwrap_or_default();
        let path = path.strip_suffix("index.html").unwrap_or(path);
        path.trim_end_matches('/')
    }
}

/// The parameters that do not look private.
fn public(parameters: &str, separator: char, less: &mut bool) -> String {
    let all = parameters.split(separator);
    let kept: Vec<&str> = all.filter(|one| !is_private(one, 2)).collect();
    let kept = kept.join(separator.encode_utf8(&mut [0; 4]));
    *less |= kept.len() < parameters.len();
    kept
}

/// Whether a parameter, or one of those that its value holds, looks private.
fn is_private(parameter: &str, depth: u8) -> bool {
    let (name, value) = parameter.split_once('=').unwrap_or(("", parameter));
    let (name, value) = (decoded(name), decoded(value));
    let words = words(&name);
    let is_place = words.iter().any(|word| PLACES.contains(&&**word));
    let holds = || {
        let inner = value.split(['?', '&', ';', '#']);
        inner
            .filter(|one| one.contains('='))
            .any(|one| is_private(one, depth - 1))
    };
    words.iter().any(|word| is_secret(word))
        || is_person(&value)
        || is_token(&value, is_place)
        || (depth > 0 && holds())
}

/// Decoded, also where that was encoded again to stand in another address.
fn decoded(text: &str) -> String {
    let mut text = text.replace('+', " ");
    for _ in 0..3 {
        text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    }
    text
}

/// The words of a name: `resetToken`, `reset-token`, `reset[token]`, `APIKey`; in lower case, without figures.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let characters: Vec<char> = name.chars().collect();
    for (at, &c) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at));
        let next = characters.get(at + 1);
        let begins = c.is_ascii_uppercase()
            && (before.is_some_and(|c| c.is_ascii_lowercase())
                || next.is_some_and(|c| c.is_ascii_lowercase()));
        if begins || !c.is_ascii_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_ascii_alphabetic()) {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}

fn is_secret(word: &str) -> bool {
    let part = |part: &&str| word.contains(part);
    SECRET_WORDS.contains(&word) || (SECRET_PARTS.iter().any(part) && !HARMLESS.contains(&word))
}

/// Whether it has a mail address in it.
fn is_person(value: &str) -> bool {
    value.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(|c: char| c.is_ascii_alphanumeric() || !c.is_ascii()) && host.contains('.')
    })
}

/// Whether it has a JSON web token in it, or in no name of a place a long text that is no words: pieces in which letters and
/// figures, or small letters and capitals, are mixed.
fn is_token(value: &str, is_place: bool) -> bool {
    let run = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'));
    value.split(run).any(|run| {
        let mixed = run.split(['-', '_', '.']).filter(|piece| is_mixed(piece));
        (run.starts_with("eyJ") && run.len() >= RANDOM)
            || (!is_place && mixed.map(str::len).sum::<usize>() >= RANDOM)
    })
}

fn is_mixed(piece: &str) -> bool {
    let has = |is: fn(&char) -> bool| piece.chars().any(|c| is(&c));
    let turns = piece.as_bytes().windows(2);
    let turns = turns.filter(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    (has(char::is_ascii_digit) && has(char::is_ascii_alphabetic)) || turns.count() > 3
}

#[cfg(test)]
mod tests {
    use super::Address;

    const PAGE: &str = "https://help.example/lamp";

    #[test]
    fn what_looks_private_is_left_out_of_a_query() {
        for (query, kept) in [
            ("", ""),
            ("a=1&b=2", "a=1&b=2"),
            (
                "article=how-to-reset-your-iPhone-15&lang=en",
                "article=how-to-reset-your-iPhone-15&lang=en",
            ),
            (
                "author=ann&keywords=a+b&preset=3",
                "author=ann&keywords=a+b&preset=3",
            ),
            // By a name, or a part of it, in any spelling.
            ("token=1&a=2", "a=2"),
            ("a=2&reset_token=1", "a=2"),
            ("resetToken=1", ""),
            ("reset-token=1", ""),
            ("reset.token=1", ""),
            ("RESETTOKEN=1", ""),
            ("user[token]=1", ""),
            ("%74oken=1", ""),
            ("APIKey=1&apikey=1&key=1&k=1", "k=1"),
            ("code=1&authCode=1&oauth_code=1", ""),
            (
                "sid=1&PHPSESSID=1&JSESSIONID=1&session-id=1&connect.sid=1",
                "",
            ),
            ("auth=1&Authorization=1&login_hint=1", ""),
            ("password=1&passwd=1&pwd=1&pw=1&pass=1&pin=1&otp=1", ""),
            ("email=1&e-mail=1&userEmail=1&mail_to=1", ""),
            ("reset=1&verify=1&invitation=1&confirmation=1", ""),
            ("X-Amz-Signature=1&X-Amz-Credential=1&sig=1&hmac=1", ""),
            ("id_token=1&state=1&SAMLResponse=1&csrf=1&nonce=1", ""),
            ("token", "token"),
            ("token2=1", ""),
            // By a value.
            ("t=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", ""),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", ""),
            ("id=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", ""),
            ("t=9f86d081884c7d659a2feaa0c55ad015", ""),
            ("t=dGhpcy-Bpcy1hI_HNlY3JldCB2YWx1ZQ", ""),
            ("t=QWxsWordsMixedUpLikeThisOne", ""),
            ("t=550e8400-e29b-41d4-a716-446655440000", ""),
            ("a=ann@example.com", ""),
            ("a=ann%40example.com", ""),
            // What says which page it is may look like chance.
            (
                "id=550e8400-e29b-41d4-a716-446655440000",
                "id=550e8400-e29b-41d4-a716-446655440000",
            ),
            (
                "articleId=507f1f77bcf86cd799439011",
                "articleId=507f1f77bcf86cd799439011",
            ),
            (
                "v=20261130&n=12345678901234567890123",
                "v=20261130&n=12345678901234567890123",
            ),
            // Within another's value.
            ("next=https%3A%2F%2Fa.example%2F%3Ftoken%3D1", ""),
            ("next=%2Fa%3Fb%3Dc", "next=%2Fa%3Fb%3Dc"),
            ("next=%252F%253Ftoken%253D1", ""),
            ("%E0%A4%A=1&%=1&=&&a", "%E0%A4%A=1&%=1&=&&a"),
        ] {
            let address = Address::of(&format!("{PAGE}?{query}"), "", None);
            let mark = if kept.is_empty() { "" } else { "?" };
            assert_eq!(address.page, format!("{PAGE}{mark}{kept}"), "{query}");
            assert_eq!(address.less, kept != query, "{query}");
        }
    }

    #[test]
    fn an_address_tells_where_it_leads() {
        for (address, host) in [
            ("https://help.example/new?to=a.example", "help.example"),
            ("https://help.example@a.example:8443?b", "a.example:8443"),
            ("https://a.example", "a.example"),
            ("mailto:ann@help.example", ""),
        ] {
            assert_eq!(super::host(address), host, "{address}");
        }
    }

    #[test]
    fn what_looks_private_is_left_out_elsewhere() {
        for (href, route, whole, less) in [
            (PAGE, "", PAGE, false),
            (PAGE, "part", "https://help.example/lamp#part", false),
            (
                PAGE,
                "/lamp?a=1",
                "https://help.example/lamp#/lamp?a=1",
                false,
            ),
            (
                PAGE,
                "/lamp?token=1&a=1",
                "https://help.example/lamp#/lamp?a=1",
                true,
            ),
            (PAGE, "access_token=1&id_token=2", PAGE, true),
            (PAGE, "a=1&code=2", "https://help.example/lamp#a=1", true),
            (PAGE, "/reset/eyJhbGciOiJIUzI1NiJ9.e30.c2ln", PAGE, true),
            ("https://ann:pw@help.example/lamp", "", PAGE, false),
            ("https://help.example/lamp;jsessionid=1", "", PAGE, true),
            (
                "https://help.example/a;v=1;sid=2/lamp",
                "",
                "https://help.example/a;v=1/lamp",
                true,
            ),
            (
                "https://help.example:8443?sid=1",
                "",
                "https://help.example:8443",
                true,
            ),
            (
                "file:///home/ann/lamp.html?key=1",
                "",
                "file:///home/ann/lamp.html",
                true,
            ),
            ("about:srcdoc?token=1", "", "about:srcdoc", false),
            ("", "", "", false),
        ] {
            let address = Address::of(href, route, None);
            assert_eq!(
                (address.whole().as_str(), address.less),
                (whole, less),
                "{href} {route}"
            );
        }
    }

    #[test]
    fn a_canonical_address_of_the_page_takes_its_place() {
        for (href, canonical, page) in [
            (
                "https://a.example/x?a=1",
                "https://a.example/x",
                "https://a.example/x",
            ),
            (
                "https://a.example/x/?a=1",
                "https://a.example/x",
                "https://a.example/x",
            ),
            (
                "https://a.example/x/index.html?a=1",
                "https://a.example/x/?b=1",
                "https://a.example/x/?b=1",
            ),
            (
                "https://a.example/?a=1",
                "https://a.example",
                "https://a.example",
            ),
            (
                "https://a.example/x;sid=1?a=1",
                "https://a.example/x",
                "https://a.example/x",
            ),
            // A canonical address can be as careless.
            (
                "https://a.example/x?token=1",
                "https://ann:pw@a.example/x?token=1&b=1#c",
                "https://a.example/x?b=1",
            ),
            // Another page's, or another origin's.
            (
                "https://a.example/x?a=1",
                "https://a.example/y",
                "https://a.example/x?a=1",
            ),
            (
                "https://a.example/x?a=1",
                "https://b.example/x",
                "https://a.example/x?a=1",
            ),
            (
                "https://a.example/x?a=1",
                "http://a.example/x",
                "https://a.example/x?a=1",
            ),
            (
                "https://a.example/x?a=1",
                "https://a.example:1/x",
                "https://a.example/x?a=1",
            ),
            (
                "https://a.example/x?a=1",
                "https://a.example@b.example/x",
                "https://a.example/x?a=1",
            ),
            (
                "https://a.example/x?a=1",
                "javascript:alert(1)",
                "https://a.example/x?a=1",
            ),
            ("https://a.example/x?a=1", "", "https://a.example/x?a=1"),
        ] {
            assert_eq!(
                Address::of(href, "", Some(canonical)).page,
                page,
                "{href} {canonical}"
            );
        }
    }
}
