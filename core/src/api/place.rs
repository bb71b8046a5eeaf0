//! Places where several computers write to one file. A workspace is for one at a time: there, two
//! may overwrite each other, or a file may arrive half.

use serde::Serialize;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// What keeps a file in several places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Shared {
    /// A folder that a service copies to other computers.
    Cloud {
        /// The service.
        service: String,
    },
    /// A folder of another computer.
    Network,
}

/// Folder names by which services are known, folded: (part of a folder's name, the service).
const SERVICES: [(&str, &str); 11] = [
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mobile documents", "iCloud Drive"),
    ("icloud", "iCloud Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pclouddrive", "pCloud"),
    ("mega", "MEGA"),
];
/// What services leave in the topmost folder they copy.
const MARKS: [(&str, &str); 3] =
    [(".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".sync_journal.db", "Nextcloud")];
/// File systems of other computers.
const NETWORK: [&str; 9] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "fuse.sshfs", "fuse.rclone", "ceph"];

/// Whether the file at `path` lies in such a place, as far as the path and the system tell.
pub fn shared(path: &Path) -> Option<Shared> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mounts = std::fs::read_to_string("/proc/self/mounts").unwrap_or_default();
    let cloud = service_of(&path).map(|service| Shared::Cloud { service: service.to_owned() });
    cloud.or_else(|| on_network(&path, &mounts).then_some(Shared::Network))
}

fn service_of(path: &Path) -> Option<&'static str> {
    let folders: Vec<&Path> = path.ancestors().skip(1).collect();
    let marked = folders.iter().find_map(|folder| {
        MARKS.iter().find(|(mark, _)| folder.join(mark).exists()).map(|(_, service)| *service)
    });
    let named = || {
        folders.iter().find_map(|folder| {
            let name = folder.file_name()?.to_string_lossy().to_lowercase();
            let is = |known: &str| {
                name == known
                    || name.starts_with(&format!("{known} "))
                    || name.starts_with(&format!("{known}-"))
            };
            SERVICES.iter().find(|(known, _)| is(known)).map(|(_, service)| *service)
        })
    };
    marked.or_else(named)
}

/// Whether the mount that holds the path is one of another computer; `mounts` as Linux lists them.
fn on_network(path: &Path, mounts: &str) -> bool {
    if path.to_string_lossy().starts_with(r"\\") && !path.to_string_lossy().starts_with(r"\\?\") {
        return true;
    }
    let mounts = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        Some((PathBuf::from(words.next()?.replace("\\040", " ")), words.next()?))
    });
    let holding = mounts.filter(|(at, _)| path.starts_with(at));
    // The deepest one holds it; of several at one place, the last.
    let deepest = holding.max_by_key(|(at, _)| at.components().count());
    deepest.is_some_and(|(_, kind)| NETWORK.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_are_known_by_their_folders() {
        for (path, service) in [
            ("/people/mara/Dropbox/plan.throughline", Some("Dropbox")),
            ("/people/mara/OneDrive - Northwind/plans/plan.throughline", Some("OneDrive")),
            ("/people/mara/Library/Mobile Documents/plan.throughline", Some("iCloud Drive")),
            ("/people/mara/Nextcloud/plan.throughline", Some("Nextcloud")),
            ("/people/mara/Documents/Megan/plan.throughline", None),
            ("/people/mara/Documents/dropbox.throughline", None),
        ] {
            assert_eq!(service_of(Path::new(path)), service, "{path}");
        }
    }

    #[test]
    fn and_by_what_they_leave_there() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join(".stfolder")).unwrap();
        std::fs::create_dir_all(folder.path().join("plans")).unwrap();
        let file = folder.path().join("plans/plan.throughline");
        assert_eq!(service_of(&file), Some("Syncthing"));
    }

    #[test]
    fn the_deepest_mount_counts() {
        let mounts = "/dev/vda / ext4 rw 0 0\n\
                      server:/plans /mnt/team nfs4 rw 0 0\n\
                      /dev/vdb /mnt/team/local\\040disk ext4 rw 0 0\n";
        let is = |path: &str| on_network(Path::new(path), mounts);
        assert!(is("/mnt/team/plan.throughline"));
        assert!(!is("/mnt/team/local disk/plan.throughline"));
        assert!(!is("/people/mara/plan.throughline"));
        assert!(is(r"\\server\plans\plan.throughline"));
    }
}
