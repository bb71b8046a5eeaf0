//! Content out: the asset table as CSV, the coverage and the playbook of a journey as pages. Reports are worked out
//! from the plan and written to whatever takes bytes; where they go is asked and seen to elsewhere.
//!
//! Whatever stands in the plan comes from people and from files of others, and whoever opens what
//! goes out trusts it. So no cell opens a formula ([`file::arm`](crate::file::arm)), every text of
//! a page is escaped by its template, and a page holds no script and fetches nothing.

mod agreement;
mod assets;
mod brief;
mod csv;
mod document;
mod fonts;
mod page;
mod picture;
mod playbook;
mod report;
mod words;
mod workbook;

pub use agreement::agreement;
pub use assets::assets;
pub use brief::brief;
pub use csv::csv;
pub use document::{Block, Column, Document, Entry, Fact, Paper, Table, document_page, pdf};
pub use page::{Page, coverage};
pub use picture::{png_picture, svg_picture};
pub use playbook::{PlaybookPage, playbook};
pub use report::{Demand, FunnelPart, HeadFigure, Occasion, Report, Since};
pub use workbook::{
    CohortTold, ConvertedRow, DealLine, DealsTable, FunnelTable, GapTable, KpiCell, KpiSheet,
    KpiSheets, TableName, VisitsRow, deals_table, deals_workbook, funnel_table, funnel_workbook,
    gap_table, gap_workbook, kpi_table, kpi_workbook, questions, table, workbook,
};
