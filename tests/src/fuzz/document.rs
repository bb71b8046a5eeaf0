//! A plan saved as JSON, as somebody else may hand it over.

use throughline_core::document;
use throughline_core::model::Millis;
use throughline_core::plan::{By, Plan, verify};

/// Any bytes: refused in words, or a plan that goes out as it came in and makes a sound workspace.
pub fn document(bytes: &[u8]) {
    let plan = match document::read(bytes) {
        Ok(plan) => plan,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let mut written = Vec::new();
    document::write(&plan, &mut written).unwrap();
    assert!(document::read(&written).unwrap() == plan);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.throughline");
    let by = By { member: None, at: Millis(crate::host::START) };
    let made = Plan::adopt(&path, by, "Mara Ruiz", &plan).unwrap();
    assert!(*made.view() == plan);
    drop(made);
    assert_eq!(verify(&path), Vec::<String>::new());
}
