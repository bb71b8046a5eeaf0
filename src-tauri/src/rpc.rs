//! The one command the front end may call.
//!
//! One command keeps the shell's surface at a single entry: what exists, and what it takes and
//! gives, is the core's list alone. Handlers touch the disk and may ask in native dialogs, so they
//! run off the window's thread.

use std::sync::Arc;

use serde_json::Value;
use tauri::State;
use tauri::ipc::{InvokeResponseBody, Response};
use throughline_core::api::router;
use throughline_core::error::{ApiError, Error};
use throughline_core::id::MemberId;

use crate::desk::Desk;

/// Hands `command` and its payload to the core, on behalf of the member `speaker`.
#[tauri::command]
pub(crate) async fn rpc(
    desk: State<'_, Arc<Desk>>,
    command: String,
    payload: Value,
    speaker: Option<MemberId>,
) -> Result<Response, ApiError> {
    let desk = Arc::clone(&desk);
    let run = move || {
        desk.settle();
        router::dispatch(desk.as_ref(), &command, payload, speaker)
    };
    let ended = tauri::async_runtime::spawn_blocking(run).await;
    let answer = ended.unwrap_or_else(|error| Err(Error::Internal(error.to_string()).into()))?;
    Ok(Response::new(InvokeResponseBody::Json(answer)))
}
