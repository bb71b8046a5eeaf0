//! Opening the address of an asset outside: the one way a link leaves the window.

use super::Context;
use super::coverage::OfAsset;
use crate::error::Result;
use crate::model::link;
use serde::Serialize;
use ts_rs::TS;

/// What was opened.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Opened {
    /// Whose address it is: a host, or the recipient of a mail.
    pub host: String,
}

/// Opens the address of an asset; only one that a browser or a mail program takes.
pub(super) fn open(context: Context<'_>, request: OfAsset) -> Result<Opened> {
    let address = link::parse(&context.view()?.assets.need(request.id)?.url)?;
    context.host.open_link(address.as_str())?;
    Ok(Opened { host: link::host(&address) })
}
