//! Crawler exports: which of their rows are pages. Crawlers differ in their headers only, so they
//! are names in a table.

use super::field::plain;
use super::sheet::{Row, Sheet};

/// Names of the column that holds the media type (Screaming Frog and others, in four languages).
const MEDIA_TYPE: &[&str] = &[
    "content type",
    "mime type",
    "mimetype",
    "inhaltstyp",
    "type de contenu",
    "tipo de contenido",
];
/// Names of the column that holds the status of the answer.
const STATUS_CODE: &[&str] = &[
    "status code",
    "http status code",
    "http status",
    "http code",
    "response code",
    "statuscode",
    "code de statut",
    "code http",
    "codigo de estado",
];
/// Names of the column that says whether search engines may list the page.
const INDEXABILITY: &[&str] = &[
    "indexability",
    "indexable",
    "is indexable",
    "is indexable page",
    "indexable status",
    "indexierbarkeit",
    "indexabilite",
    "indexabilidad",
];

/// The columns of a crawl that tell pages from the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crawl {
    media_type: Option<usize>,
    status_code: Option<usize>,
    indexability: Option<usize>,
}

/// Why a row of a crawl is no page to import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoPage {
    File,
    Failing,
    Hidden,
}

impl NoPage {
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::File => "not a web page (an image, a script or another file)",
            Self::Failing => "redirected, missing or failing (status other than 200)",
            Self::Hidden => "not indexable",
        }
    }
}

impl Crawl {
    /// The columns, where the sheet is a crawl: it has media types, or status codes and
    /// indexability.
    pub(super) fn of(sheet: &Sheet) -> Option<Self> {
        let named = |names: &[&str], holds: fn(&str) -> bool| {
            sheet.columns.iter().enumerate().map(|(at, _)| at).find(|at| {
                names.contains(&&*plain(&sheet.columns[*at].name)) && mostly(sheet, *at, holds)
            })
        };
        let crawl = Self {
            media_type: named(MEDIA_TYPE, is_media_type),
            status_code: named(STATUS_CODE, is_status_code),
            indexability: named(INDEXABILITY, |_| true),
        };
        let told = crawl.media_type.is_some()
            || (crawl.status_code.is_some() && crawl.indexability.is_some());
        told.then_some(crawl)
    }

    /// Whether the crawl needs a column to tell its pages, so that no field is read from it.
    pub(super) fn uses(self, column: usize) -> bool {
        [self.media_type, self.status_code, self.indexability].contains(&Some(column))
    }

    /// Why a row is left out; `None` for an indexable HTML page that answered 200.
    pub(super) fn no_page(self, row: &Row) -> Option<NoPage> {
        let cell = |at: Option<usize>| at.map(|at| row.cell(at));
        if cell(self.media_type).is_some_and(|kind| !is_html(kind)) {
            return Some(NoPage::File);
        }
        if cell(self.status_code).is_some_and(|code| code != "200") {
            return Some(NoPage::Failing);
        }
        let hidden = cell(self.indexability).is_some_and(|told| {
            let told = plain(told);
            told.starts_with("non")
                || told.starts_with("not")
                || told.starts_with("nicht")
                || matches!(told.as_str(), "no" | "false" | "nein" | "0" | "noindex")
        });
        hidden.then_some(NoPage::Hidden)
    }
}

fn mostly(sheet: &Sheet, column: usize, holds: fn(&str) -> bool) -> bool {
    let (all, good) = sheet
        .said(column)
        .take(500)
        .fold((0, 0), |(all, good), cell| (all + 1, good + usize::from(holds(cell))));
    all > 0 && good * 10 >= all * 8
}

/// `text/html; charset=UTF-8` is one, "Product / site page" is not.
fn is_media_type(cell: &str) -> bool {
    let kind = cell.split(';').next().unwrap_or_default().trim_end();
    let word = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".+-".contains(c))
    };
    kind.split_once('/').is_some_and(|(family, name)| {
        const FAMILIES: &[&str] =
            &["text", "image", "application", "audio", "video", "font", "multipart", "model"];
        FAMILIES.contains(&family.to_lowercase().as_str()) && word(name)
    })
}

fn is_html(kind: &str) -> bool {
    let kind = kind.to_lowercase();
    kind.starts_with("text/html") || kind.starts_with("application/xhtml")
}

fn is_status_code(cell: &str) -> bool {
    cell.parse::<u16>().is_ok_and(|code| code < 600)
}
