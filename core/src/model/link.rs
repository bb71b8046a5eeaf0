//! Addresses that may be followed. They come from files of others, so only the schemes that open a
//! page or a mail pass; what runs, reads or calls a program (`file:`, `javascript:`, `smb:`) does not.

use crate::error::{Error, Result};
use url::Url;

const SCHEMES: [&str; 3] = ["http", "https", "mailto"];

/// An address that may be followed.
pub fn parse(text: &str) -> Result<Url> {
    let refused =
        || Error::invalid_field("url", "Only web and mail addresses open: http, https and mailto.");
    let url = Url::parse(text.trim()).map_err(|_| refused())?;
    if SCHEMES.contains(&url.scheme()) { Ok(url) } else { Err(refused()) }
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
            "/blog/roi",
            "roi.pdf",
            "",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }
}
