//! Throughline core.
