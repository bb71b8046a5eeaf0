//! When two addresses are the same page.

use url::Url;

/// Parameters that say where a reader came from, not what they read.
const TRACKING: &[&str] = &[
    "gclid",
    "gclsrc",
    "gbraid",
    "wbraid",
    "dclid",
    "fbclid",
    "msclkid",
    "yclid",
    "ttclid",
    "twclid",
    "li_fat_id",
    "igshid",
    "mkt_tok",
    "_ga",
    "_gl",
    "vero_id",
    "s_cid",
    "hsctatracking",
];
const TRACKING_PREFIXES: &[&str] =
    &["utm_", "mc_", "hsa_", "_hs", "__hs", "hs_", "pk_", "mtm_", "matomo_", "piwik_"];

/// What identifies a page: scheme, case of the host, default port, sign-in, trailing slash,
/// fragment, tracking parameters and the order of the others do not matter. Text that is no web
/// address (the name of a file) is its own key. Empty for empty text.
pub fn url_key(address: &str) -> String {
    let address = address.trim();
    let Some(url) = web_address(address) else {
        return address.replace('\\', "/");
    };
    let mut key = url.host_str().unwrap_or_default().trim_end_matches('.').to_owned();
    if let Some(port) = url.port().filter(|port| !matches!(port, 80 | 443)) {
        key.push(':');
        key.push_str(&port.to_string());
    }
    key.push_str(&unescaped(url.path().trim_end_matches('/')));
    let mut query: Vec<_> = url.query().into_iter().flat_map(|query| query.split('&')).collect();
    query.retain(|pair| !pair.is_empty() && !is_tracking(pair));
    query.sort_unstable();
    if !query.is_empty() {
        key.push('?');
        key.push_str(&unescaped(&query.join("&")));
    }
    key
}

/// Whether a text is the address of a page on the web, with or without its scheme.
pub fn is_web_address(text: &str) -> bool {
    web_address(text.trim()).is_some()
}

fn web_address(text: &str) -> Option<Url> {
    let url = if text.contains("://") {
        Url::parse(text).ok()?
    } else {
        let host = text.split(['/', '?', '#', '\\']).next().unwrap_or_default();
        let name = host.split(':').next().unwrap_or_default();
        let dotted = name.contains('.') && !name.starts_with('.') && !name.ends_with('.');
        let named = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_'));
        (dotted && named).then(|| Url::parse(&format!("https://{text}")).ok())??
    };
    let web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
    web.then_some(url)
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    TRACKING.contains(&name.as_str())
        || TRACKING_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// Undoes needless escapes (`%41` is `A`) and writes the needed ones in capitals.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        plain.push_str(&rest[..at]);
        let hex = rest.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let taken = match hex.map(char::from) {
            Some(c) if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '~') => {
                plain.push(c);
                3
            }
            Some(_) => {
                plain.push_str(&rest[at..at + 3].to_ascii_uppercase());
                3
            }
            None => {
                plain.push('%');
                1
            }
        };
        rest = &rest[at + taken..];
    }
    plain.push_str(rest);
    plain
}

/// A title guessed from the last part of an address: `/blog/how-we-ship.html` → "How we ship".
pub(super) fn title_of(address: &str) -> Option<String> {
    let path = match web_address(address) {
        Some(url) => {
            let last = url.path().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
            if last.is_empty() { url.host_str()?.to_owned() } else { decoded(last) }
        }
        None => address.trim_end_matches('/').rsplit('/').next()?.to_owned(),
    };
    let stem = match path.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 5 && !stem.is_empty() && !path.contains(' ') => {
            stem
        }
        _ => &path,
    };
    let stem = if address.contains("://") && path.contains('.') && is_host(address, &path) {
        &path
    } else {
        stem
    };
    let words = stem.replace(['-', '_', '+'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

fn is_host(address: &str, path: &str) -> bool {
    web_address(address).is_some_and(|url| url.host_str() == Some(path))
}

fn decoded(part: &str) -> String {
    let pairs = format!("x={}", part.replace('+', "%2B"));
    let mut pairs = url::form_urlencoded::parse(pairs.as_bytes());
    pairs.next().map_or_else(|| part.to_owned(), |(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_matter_does_not_matter() {
        let key = "example.com/Blog/post?a=1&b=2";
        for same in [
            "https://example.com/Blog/post?a=1&b=2",
            "http://EXAMPLE.com/Blog/post/?b=2&a=1",
            "https://example.com:443/Blog/post?b=2&utm_source=x&a=1&gclid=7#top",
            "http://example.com:80/Blog/post/?a=1&b=2&fbclid=q&mc_cid=1&_hsenc=p",
            "  example.com/Blog/post?a=1&b=2 ",
            "https://me:secret@example.com/Blog/%70ost?a=1&b=2",
        ] {
            assert_eq!(url_key(same), key, "{same}");
        }
    }

    #[test]
    fn what_matters_matters() {
        for other in [
            "https://example.com/blog/post?a=1&b=2",
            "https://www.example.com/Blog/post?a=1&b=2",
            "https://example.com/Blog/post?a=1",
            "https://example.com:8080/Blog/post?a=1&b=2",
        ] {
            assert_ne!(url_key(other), "example.com/Blog/post?a=1&b=2", "{other}");
        }
        assert_eq!(url_key("https://example.com/?utm_medium=mail"), "example.com");
        assert_eq!(url_key("blog\\2024\\post.md"), "blog/2024/post.md");
        assert_eq!(url_key("https://example.com/caf%c3%a9"), url_key("https://example.com/café"));
    }

    #[test]
    fn titles_are_guessed_from_addresses() {
        for (address, title) in [
            ("https://example.com/blog/how-we-ship/", "How we ship"),
            ("https://example.com/guide_to_rfps.html?x=1", "Guide to rfps"),
            ("https://example.com/", "Example.com"),
            ("https://example.com/caf%C3%A9-culture", "Café culture"),
            ("notes/launch-plan.md", "Launch plan"),
        ] {
            assert_eq!(title_of(address).as_deref(), Some(title), "{address}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(
            scheme in prop::sample::select(vec!["", "http://", "https://", "ftp://"]),
            host in "[a-zA-Z0-9.-]{0,12}(:[0-9]{1,4})?",
            path in "[a-zA-Z0-9/%.~ é_?&=#:+-]{0,30}",
        ) {
            let key = url_key(&format!("{scheme}{host}/{path}"));
            prop_assert_eq!(url_key(&key), key);
        }

        #[test]
        fn any_text_has_a_key(text in ".{0,60}") {
            let key = url_key(&text);
            prop_assert_eq!(url_key(&key), key);
            title_of(&text);
        }
    }
}
