//! One SQL, two engines: the twin schemas say the same and every statement is taken by both.

use std::path::PathBuf;
use std::process::{Command, Output};
use throughline_core::store::engine::Sqlite;
use throughline_core::store::{POSTGRES_SCHEMA, SQLITE_SCHEMA, statements};

#[test]
fn sqlite_takes_every_statement() {
    let session = Sqlite::in_memory().unwrap();
    session.run_script(SQLITE_SCHEMA).unwrap();
    for sql in statements() {
        session.prepare_only(&sql).unwrap_or_else(|error| panic!("{sql}\n{error}"));
    }
}

#[test]
fn the_schemas_are_twins() {
    let plain = |schema: &str| {
        let lines = schema.lines().filter(|line| !line.starts_with("--"));
        let text = lines.collect::<Vec<_>>().join("\n");
        text.replace(" BIGINT", " INTEGER")
            .replace(" BYTEA", " BLOB")
            .replace(" STRICT, WITHOUT ROWID", "")
            .replace(" STRICT", "")
    };
    assert_eq!(plain(SQLITE_SCHEMA), plain(POSTGRES_SCHEMA));
}

#[test]
fn postgres_takes_every_statement() {
    let cluster = Cluster::start();
    cluster.run(POSTGRES_SCHEMA);
    let prepared: Vec<_> = statements()
        .iter()
        .enumerate()
        .map(|(number, sql)| format!("PREPARE s{number} AS {sql};"))
        .collect();
    cluster.run(&prepared.join("\n"));
}

/// A PostgreSQL of its own in a temporary folder, reached through a socket there, stopped and
/// deleted with it.
struct Cluster {
    folder: tempfile::TempDir,
    bin: PathBuf,
}

impl Cluster {
    fn start() -> Self {
        let bin = binaries().expect("PostgreSQL's initdb is needed: apt-get install postgresql");
        let folder = tempfile::Builder::new().prefix("tl-pg").tempdir().unwrap();
        let cluster = Self { folder, bin };
        if is_root() {
            let owner = format!("{}:", unprivileged());
            ok(&Command::new("chown").arg(owner).arg(cluster.folder.path()).output().unwrap());
        }
        let data = cluster.data();
        ok(&cluster.command("initdb", &["-D", &data, "-A", "trust", "-U", "tl", "-N"]));
        let socket = format!("-c listen_addresses= -k {}", cluster.folder.path().display());
        let log = cluster.log();
        ok(&cluster.command("pg_ctl", &["-D", &data, "-w", "-o", &socket, "-l", &log, "start"]));
        cluster
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn log(&self) -> String {
        self.folder.path().join("log").display().to_string()
    }

    fn run(&self, script: &str) {
        let path = self.folder.path().join("script.sql");
        std::fs::write(&path, script).unwrap();
        let (host, file) = (self.folder.path().display().to_string(), path.display().to_string());
        let output = Command::new("psql")
            .args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", &host, "-U", "tl", "-d", "postgres"])
            .args(["-f", &file])
            .output()
            .unwrap();
        ok(&output);
    }

    /// PostgreSQL refuses to run as root; then it runs as somebody else.
    fn command(&self, program: &str, arguments: &[&str]) -> Output {
        let program = self.bin.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("runuser");
            command.args(["-u", unprivileged(), "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        command.args(arguments).current_dir(self.folder.path()).output().unwrap()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = self.command("pg_ctl", &["-D", &self.data(), "-m", "immediate", "stop"]);
    }
}

fn binaries() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let packaged = versions.map(|version| version.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    packaged.chain(std::env::split_paths(&path)).find(|folder| folder.join("initdb").exists())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout.starts_with(b"0\n"))
}

fn unprivileged() -> &'static str {
    let known = Command::new("id").arg("postgres").output().is_ok_and(|id| id.status.success());
    if known { "postgres" } else { "nobody" }
}

fn ok(output: &Output) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{said}", String::from_utf8_lossy(&output.stdout));
}
