//! What comes in: files of others, and addresses.

use crate::fixture::northwind;
use std::ops::ControlFlow;
use std::sync::OnceLock;
use throughline_core::error::Error;
use throughline_core::import::{NamedFile, Reader, preview, read_files};
use throughline_core::model::{Architecture, link};

fn plan() -> &'static Architecture {
    static PLAN: OnceLock<Architecture> = OnceLock::new();
    PLAN.get_or_init(|| northwind::northwind().architecture)
}

/// Files that were read are also understood, or refused in words.
fn take_in(files: &[NamedFile]) {
    let progress = |_, _| ControlFlow::Continue(());
    let workbooks = || Err(Error::invalid("Workbooks are read by another target."));
    let reader = Reader { workbooks: &workbooks, progress: &progress };
    if let Ok(sheet) = read_files(files, None, &reader) {
        let _ = preview(&sheet, None, plan(), &progress);
    }
}

/// Text with delimiters.
pub fn csv(bytes: &[u8]) {
    take_in(&[("list.csv".to_owned(), bytes.to_vec())]);
}

/// Pages in Markdown, parted by a zero byte.
pub fn markdown(bytes: &[u8]) {
    let pages = bytes.split(|byte| *byte == 0).enumerate();
    let files: Vec<_> = pages.map(|(at, text)| (format!("site/{at}.md"), text.to_vec())).collect();
    take_in(&files);
}

/// Lists of addresses.
pub fn sitemap(bytes: &[u8]) {
    let mut file = b"<?xml".to_vec();
    file.extend_from_slice(bytes.strip_prefix(b"<?xml").unwrap_or(bytes));
    take_in(&[("sitemap.xml".to_owned(), file)]);
}

/// Addresses: what may be followed leads into the web or to a mailbox, in characters that say so.
pub fn url(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Ok(address) = link::parse(text) else { return };
    assert!(["http", "https", "mailto"].contains(&address.scheme()), "{address}");
    let ends = |c: char| c.is_control() || c.is_whitespace() || "\"<>".contains(c);
    assert!(!address.as_str().contains(ends), "{address}");
    let _ = link::host(&address);
}
