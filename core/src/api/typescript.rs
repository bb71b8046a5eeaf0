//! The bindings of the window: one file a type, and `Rpc.ts` with every command's types.

use super::router::COMMANDS;
use crate::error::{ApiError, Error, Result};
use std::path::Path;
use ts_rs::{Config, Dependency, TS};

/// A type of the contract, without its Rust name.
#[derive(Clone, Copy)]
pub(super) struct Type {
    name: fn(&Config) -> String,
    imports: fn(&Config) -> Vec<Dependency>,
    export: fn(&Config) -> std::result::Result<(), ts_rs::ExportError>,
}

impl Type {
    pub(super) const fn of<T: TS + 'static>() -> Self {
        Self { name: T::name, imports: imports::<T>, export: export::<T> }
    }
}

/// What a file must import to name the type: the type itself where it has a file, else its parts.
fn imports<T: TS + 'static>(config: &Config) -> Vec<Dependency> {
    let mut all: Vec<Dependency> = Dependency::from_ty::<T>(config).into_iter().collect();
    struct Visit<'a>(&'a Config, &'a mut Vec<Dependency>);
    impl ts_rs::TypeVisitor for Visit<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            self.1.extend(Dependency::from_ty::<T>(self.0));
            T::visit_generics(self);
        }
    }
    T::visit_generics(&mut Visit(config, &mut all));
    all
}

/// Exports the type and everything it is made of. A type without a file of its own (a list, a
/// plain word) has only parts to export.
fn export<T: TS + 'static + ?Sized>(
    config: &Config,
) -> std::result::Result<(), ts_rs::ExportError> {
    if T::output_path().is_some() {
        T::export_all(config)?;
    }
    struct Visit<'a>(&'a Config, std::result::Result<(), ts_rs::ExportError>);
    impl ts_rs::TypeVisitor for Visit<'_> {
        fn visit<T: TS + 'static + ?Sized>(&mut self) {
            if self.1.is_ok() {
                self.1 = export::<T>(self.0);
            }
        }
    }
    let mut visit = Visit(config, Ok(()));
    T::visit_generics(&mut visit);
    visit.1
}

/// Writes all bindings into a folder, which should be empty before.
pub fn write_bindings(folder: &Path) -> Result<()> {
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    let failed = |error: ts_rs::ExportError| Error::Internal(error.to_string());
    ApiError::export_all(&config).map_err(failed)?;
    let mut imports = std::collections::BTreeMap::new();
    let mut lines = String::new();
    for command in COMMANDS {
        for kind in [command.request, command.response] {
            (kind.export)(&config).map_err(failed)?;
            imports.extend((kind.imports)(&config).into_iter().map(|d| (d.ts_name, d.output_path)));
        }
        let (request, response) =
            ((command.request.name)(&config), (command.response.name)(&config));
        lines.push_str(&format!("  {:?}: [{request}, {response}];\n", command.name));
    }
    let mut file =
        String::from("// This file was generated from the list of commands. Do not edit.\n");
    for (name, path) in imports {
        let path = path.with_extension("");
        file.push_str(&format!("import type {{ {name} }} from \"./{}\";\n", path.display()));
    }
    file.push_str(&format!("\nexport interface Rpc {{\n{lines}}}\n"));
    let path = folder.join("Rpc.ts");
    std::fs::write(&path, file).map_err(|error| Error::io(&path, error))
}
