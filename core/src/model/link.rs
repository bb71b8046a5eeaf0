//! Addresses that may be followed. They come from files of others, so only the schemes that open a
//! page or a mail pass; what runs, reads or calls a program (`file:`, `javascript:`, `smb:`) does not.
//! Nor does what could end early where an address is quoted, or has a mail take a file along.

use crate::error::{Error, Result};
use url::Url;

const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// An address that may be followed.
pub fn parse(text: &str) -> Result<Url> {
    let refused =
        || Error::invalid_field("url", "Only web and mail addresses open: http, https and mailto.");
    let url = Url::parse(text.trim()).map_err(|_| refused())?;
    let follows = SCHEMES.contains(&url.scheme()) && is_closed(&url) && !takes_files(&url);
    if follows { Ok(url) } else { Err(refused()) }
}

/// Whether it stays one address in quotation marks, in angle brackets and among words. Those of web
/// pages always do; that of a mail is kept as it was written.
fn is_closed(url: &Url) -> bool {
    !url.as_str().contains(|c: char| c.is_control() || c.is_whitespace() || "\"<>".contains(c))
}

/// Some mail programs attach any file that the address of a mail names.
fn takes_files(url: &Url) -> bool {
    let attaches = |name: &str| name.to_lowercase().starts_with("attach");
    url.scheme() == "mailto" && url.query_pairs().any(|(name, _)| attaches(&name))
}

/// Where an address leads: the host of a page, the recipients of a mail.
pub fn host(url: &Url) -> String {
    url.host_str().unwrap_or(url.path()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_mails_pass() {
        let passes = |text: &str| host(&parse(text).unwrap());
        assert_eq!(passes(" https://blog.example.com/roi?a=b#c "), "blog.example.com");
        assert_eq!(passes("HTTP://EXAMPLE.COM"), "example.com");
        assert_eq!(passes("mailto:sales@example.com"), "sales@example.com");
        assert_eq!(passes("mailto:a@example.com?subject=Hi there"), "a@example.com");
    }

    #[test]
    fn what_runs_or_reads_does_not() {
        for text in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,<script>alert(1)</script>",
            "smb://host/share",
            "ms-msdt:/id",
            "vbscript:x",
            "mailto:a@example.com\"><script>",
            "mailto:a@example.com\" & calc & \"",
            "mailto:a@example.com?subject=x&Attach=/etc/passwd",
            "mailto:a@example.com?attachment=C:\\secret",
            "/blog/roi",
            "roi.pdf",
            "",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }
}
