//! What was read from a file, shown, and waits to be taken in.

use crate::error::{Error, Result};
use std::sync::{Arc, Mutex, PoisonError};

/// One thing that waits, if any.
#[derive(Debug)]
pub(super) struct Waiting<T>(Mutex<Option<Arc<T>>>);

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Waiting<T> {
    pub(super) fn set(&self, one: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(one));
    }

    pub(super) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// What waits, or the error that there is nothing.
    pub(super) fn get(&self, none: &str) -> Result<Arc<T>> {
        let waits = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        waits.ok_or_else(|| Error::invalid(none))
    }
}
