//! `sitemap.xml`: a list of addresses. Nothing is fetched and no entity of its own making is
//! expanded.

use super::address::title_of;
use super::apart::Reader as Way;
use super::encoding::decode;
use super::sheet::{
    CELL_LIMIT, Column, Origin, REJECTION_LIMIT, Rejection, Row, Sheet, SourceKind, too_broken,
    too_large,
};
use crate::error::{Error, Result};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::Event;
use quick_xml::reader::Reader;

/// Columns of a sitemap.
const COLUMNS: [(&str, bool); 3] = [("loc", false), ("lastmod", false), ("title", true)];

/// How deep elements may lie within each other; a sitemap with pictures takes five.
const DEPTH_LIMIT: usize = 32;
/// The longest address, in bytes.
const TEXT_LIMIT: usize = 64 * 1_024;
/// After how many bytes is asked whether reading is still wanted.
const LOOK: usize = 1 << 20;
/// The most that is told of what a file says, in letters.
const TOLD: usize = 200;

/// Reads the pages of a sitemap. A list of sitemaps is refused with the names of its children.
pub(super) fn read(bytes: &[u8], way: &Way<'_>) -> Result<Sheet> {
    let decoded = decode(bytes);
    let mut walk = Walk::default();
    walk.over(&decoded.text, way)?;
    if walk.root == "sitemapindex" {
        return Err(children(&walk.pages));
    }
    if walk.root != "urlset" {
        let message = format!("This XML is no sitemap: it begins with <{}>.", told(&walk.root));
        return Err(Error::Unreadable(message));
    }
    let mut origin = Origin::of(SourceKind::Sitemap);
    origin.encoding = Some(decoded.encoding.to_owned());
    let columns =
        COLUMNS.map(|(name, computed)| Column { name: name.to_owned(), computed }).to_vec();
    let rows = walk.pages.into_iter().map(|page| {
        let title = title_of(&page.loc).unwrap_or_default();
        Row { line: page.line, file: None, cells: vec![page.loc, page.lastmod, title] }
    });
    let mut sheet = Sheet::known(origin, columns, rows.collect());
    sheet.rejected = walk.rejected;
    Ok(sheet)
}

fn children(pages: &[Page]) -> Error {
    let named: Vec<_> = pages.iter().take(5).map(|page| told(&page.loc)).collect();
    let more = if pages.len() > named.len() { ", …" } else { "" };
    Error::Unreadable(format!(
        "This file is a list of {} sitemaps. Throughline fetches nothing by itself: save its \
         sitemaps and import those: {}{more}",
        pages.len(),
        named.join(", "),
    ))
}

/// A `<url>` or `<sitemap>`.
#[derive(Debug, Default)]
struct Page {
    line: u32,
    loc: String,
    lastmod: String,
    unknown: Option<String>,
}

#[derive(Default)]
struct Walk {
    root: String,
    path: Vec<String>,
    page: Page,
    pages: Vec<Page>,
    rejected: Vec<Rejection>,
}

impl Walk {
    fn over(&mut self, text: &str, way: &Way<'_>) -> Result<()> {
        let mut reader = Reader::from_str(text);
        let (mut line, mut seen, mut next_look) = (1_u32, 0, 0);
        loop {
            let event = reader.read_event().map_err(|fault| broken(line, &fault.to_string()))?;
            let at = usize::try_from(reader.buffer_position()).unwrap_or(text.len());
            let at = at.min(text.len()).max(seen);
            let passed = text.get(seen..at).unwrap_or_default().matches('\n').count();
            line = line.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
            seen = at;
            if seen >= next_look {
                next_look = seen + LOOK;
                way.go_on(seen, text.len())?;
            }
            match event {
                Event::Eof => break,
                Event::DocType(_) => return Err(broken(line, DOCTYPE)),
                Event::Start(start) => self.opened(start.name().as_ref(), line)?,
                Event::End(_) => self.closed(),
                Event::Text(text) => self.said(&text.xml10_content()),
                Event::CData(text) => self.said(&text.xml10_content()),
                Event::GeneralRef(name) => self.referred(&name),
                _ => {}
            }
            self.hold_limits(line)?;
        }
        if self.path.is_empty() { Ok(()) } else { Err(broken(line, "it ends too early")) }
    }

    fn hold_limits(&self, line: u32) -> Result<()> {
        if self.pages.len() * COLUMNS.len() > CELL_LIMIT {
            return Err(too_large());
        }
        if self.rejected.len() > REJECTION_LIMIT {
            return Err(too_broken(&self.rejected));
        }
        if self.page.loc.len().max(self.page.lastmod.len()) > TEXT_LIMIT {
            return Err(broken(line, "an address is longer than 64 KiB"));
        }
        Ok(())
    }

    fn opened(&mut self, name: &str, line: u32) -> Result<()> {
        if self.path.len() == DEPTH_LIMIT {
            return Err(broken(line, "its elements lie too deep within each other"));
        }
        if self.path.is_empty() {
            name.rsplit(':').next().unwrap_or(name).clone_into(&mut self.root);
        }
        if self.path.len() == 1 {
            self.page = Page { line, ..Page::default() };
        }
        self.path.push(name.to_owned());
        Ok(())
    }

    fn closed(&mut self) {
        self.path.pop();
        if self.path.len() != 1 {
            return;
        }
        let mut page = std::mem::take(&mut self.page);
        if let Some(name) = page.unknown.take() {
            let reason = format!("The address holds &{};, which XML does not know.", told(&name));
            self.rejected.push(Rejection::at(page.line, reason));
        } else if page.loc.trim().is_empty() {
            self.rejected.push(Rejection::at(page.line, "The entry has no address (<loc>)."));
        } else {
            self.pages.push(Page { loc: page.loc.trim().to_owned(), ..page });
        }
    }

    /// Where text goes: `<loc>` or `<lastmod>` of a page itself, not of an image or video in it.
    fn place(&mut self) -> Option<&mut String> {
        let [_, _, name] = self.path.as_slice() else { return None };
        let (own, _) = self.root_prefix();
        match name.strip_prefix(own)? {
            "loc" => Some(&mut self.page.loc),
            "lastmod" => Some(&mut self.page.lastmod),
            _ => None,
        }
    }

    /// The prefix under which the sitemap's own names go, with its colon.
    fn root_prefix(&self) -> (&str, &str) {
        let root = self.path.first().map_or("", String::as_str);
        root.split_at(root.find(':').map_or(0, |colon| colon + 1))
    }

    fn said(&mut self, text: &str) {
        if let Some(place) = self.place() {
            place.push_str(text);
        }
    }

    fn referred(&mut self, name: &quick_xml::events::BytesRef<'_>) {
        let known = name.resolve_char_ref().ok().flatten().map(String::from);
        let known = known.or_else(|| resolve_xml_entity(name).map(str::to_owned));
        match known {
            Some(text) => self.said(&text),
            None if self.place().is_some() => self.page.unknown = Some(name.to_string()),
            None => {}
        }
    }
}

/// A list of addresses needs none, and what one declares can grow without end.
const DOCTYPE: &str = "it declares a DOCTYPE, which no sitemap has. Take that out, or save the \
                       addresses as CSV and import those";

fn told(text: &str) -> String {
    text.chars().take(TOLD).collect()
}

fn broken(line: u32, fault: &str) -> Error {
    let fault = told(fault);
    Error::Unreadable(format!("This sitemap cannot be read at line {line}: {fault}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ops::ControlFlow;

    fn read(bytes: &[u8]) -> Result<Sheet> {
        let (workbooks, progress) = (|| Err(Error::NoWorkspace), |_, _| ControlFlow::Continue(()));
        super::read(bytes, &Way { workbooks: &workbooks, progress: &progress })
    }
    use proptest::prelude::*;

    const MAP: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- A comment. -->
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url>
    <loc>https://example.com/guide?a=1&amp;b=2</loc>
    <lastmod>2024-03-01T10:00:00+00:00</lastmod>
    <image:image><image:loc>https://example.com/pic.png</image:loc></image:image>
  </url>
  <url><loc><![CDATA[https://example.com/how-we-ship]]></loc></url>
  <url><loc>https://example.com/&bomb;</loc></url>
  <url><lastmod>2024-03-01</lastmod></url>
</urlset>"#;

    #[test]
    fn pages_are_read_with_their_lines() {
        let sheet = read(MAP.as_bytes()).unwrap();
        let cells: Vec<_> = sheet.rows.iter().map(|row| (row.line, row.cells.clone())).collect();
        assert_eq!(cells[0].0, 5);
        assert_eq!(
            cells[0].1,
            ["https://example.com/guide?a=1&b=2", "2024-03-01T10:00:00+00:00", "Guide"]
        );
        assert_eq!((cells[1].0, cells[1].1[2].as_str()), (10, "How we ship"));
        let rejected: Vec<_> = sheet.rejected.iter().map(|one| one.line).collect();
        assert_eq!((cells.len(), rejected), (2, vec![11, 12]));
    }

    #[test]
    fn an_index_names_its_children() {
        let index = "<sitemapindex><sitemap><loc>https://example.com/a.xml</loc></sitemap>\
                     </sitemapindex>";
        let fault = read(index.as_bytes()).unwrap_err().to_string();
        assert!(
            fault.contains("list of 1 sitemaps") && fault.contains("https://example.com/a.xml")
        );
    }

    #[test]
    fn what_is_no_sitemap_says_so() {
        for text in ["<rss><channel/></rss>", "<urlset><url>", "", "<a></b>"] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
    }

    #[test]
    fn what_declares_entities_is_refused_before_one_is_used() {
        let laughs = "<?xml version=\"1.0\"?>\n<!DOCTYPE urlset [<!ENTITY a \"ha\">\n\
                      <!ENTITY b \"&a;&a;&a;&a;\">]>\n<urlset><url><loc>&b;</loc></url></urlset>";
        let fault = read(laughs.as_bytes()).unwrap_err().to_string();
        assert!(fault.contains("DOCTYPE") && fault.contains("as CSV"), "{fault}");
    }

    #[test]
    fn depth_and_length_are_bounded_and_so_is_what_is_told() {
        let deep = "<urlset>".repeat(33);
        assert!(read(deep.as_bytes()).unwrap_err().to_string().contains("too deep"));
        let long = format!("<urlset><url><loc>{}", "x".repeat(TEXT_LIMIT + 1));
        let long = format!("{long}</loc></url></urlset>");
        assert!(read(long.as_bytes()).unwrap_err().to_string().contains("64 KiB"));
        let name = format!("<{}/>", "x".repeat(100_000));
        for text in [name.clone(), format!("<urlset>{name}</y>")] {
            assert!(read(text.as_bytes()).unwrap_err().to_string().len() < 1_000);
        }
        let none = format!("<urlset>{}</urlset>", "<url></url>".repeat(10_002));
        assert!(read(none.as_bytes()).unwrap_err().to_string().contains("10001 of its rows"));
    }

    proptest! {
        #[test]
        fn any_markup_is_read_without_panic(text in "(<[a-z:/!?]{0,8}>|&[a-z#0-9]{0,4};|[a-z \n]){0,40}") {
            let _ = read(text.as_bytes());
        }
    }
}
