//! The bindings of the window: one file a type, and `Rpc.ts` with every command's types.

use super::router::COMMANDS;
use crate::error::{ApiError, Error, Result};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use ts_rs::{Config, Dependency, ExportError, TS, TypeVisitor};

/// A type of the contract, without its Rust name.
#[derive(Clone, Copy)]
pub(super) struct Type {
    name: fn(&Config) -> String,
    imports: fn(&Config) -> Vec<Dependency>,
    export: fn(&Config) -> Result<(), ExportError>,
}

impl Type {
    pub(super) const fn of<T: TS + 'static>() -> Self {
        Self { name: T::name, imports: imports::<T>, export: export::<T> }
    }
}

/// Gathers what a file must import to name a type.
struct Imports<'a>(&'a Config, Vec<Dependency>);

impl TypeVisitor for Imports<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.1.extend(Dependency::from_ty::<T>(self.0));
        T::visit_generics(self);
    }
}

fn imports<T: TS + 'static>(config: &Config) -> Vec<Dependency> {
    let mut imports = Imports(config, Vec::new());
    imports.visit::<T>();
    imports.1
}

/// Exports a type and everything it is made of. A type without a file of its own (a list, a plain
/// word) has only parts to export.
struct Export<'a>(&'a Config, Result<(), ExportError>);

impl TypeVisitor for Export<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.1.is_ok() && T::output_path().is_some() {
            self.1 = T::export_all(self.0);
        }
        T::visit_generics(self);
    }
}

fn export<T: TS + 'static>(config: &Config) -> Result<(), ExportError> {
    let mut export = Export(config, Ok(()));
    export.visit::<T>();
    export.1
}

/// Writes all bindings into a folder, which should be empty before.
pub fn write_bindings(folder: &Path) -> Result<()> {
    let config = Config::new().with_large_int("number").with_out_dir(folder);
    let failed = |error: ExportError| Error::Internal(error.to_string());
    ApiError::export_all(&config).map_err(failed)?;
    let mut imports = BTreeMap::new();
    for kind in COMMANDS.iter().flat_map(|command| [command.request, command.response]) {
        (kind.export)(&config).map_err(failed)?;
        imports.extend((kind.imports)(&config).into_iter().map(|d| (d.ts_name, d.output_path)));
    }
    let path = folder.join("Rpc.ts");
    let text = contract(&config, &imports).map_err(|error| Error::Internal(error.to_string()))?;
    std::fs::write(&path, text).map_err(|error| Error::io(&path, error))
}

fn contract(
    config: &Config,
    imports: &BTreeMap<String, PathBuf>,
) -> Result<String, std::fmt::Error> {
    let mut file =
        String::from("// This file was generated from the list of commands. Do not edit.\n");
    for (name, path) in imports {
        let path = path.with_extension("");
        writeln!(file, "import type {{ {name} }} from \"./{}\";", path.display())?;
    }
    writeln!(file, "\nexport interface Rpc {{")?;
    for command in COMMANDS {
        let (request, response) = ((command.request.name)(config), (command.response.name)(config));
        writeln!(file, "  {:?}: [{request}, {response}];", command.name)?;
    }
    writeln!(file, "}}")?;
    Ok(file)
}
