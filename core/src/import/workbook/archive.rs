//! What is looked at before a workbook is opened: how many files the archive has, how large they
//! really become, and whether a count in it is a lie that the reader would reserve memory for.

use crate::error::{Error, Result};
use std::io::{Cursor, Read};
use zip::ZipArchive;

const ENTRY_LIMIT: usize = 1_000;
const INFLATED_LIMIT: u64 = 256 << 20;
const RATIO_LIMIT: u64 = 200;
/// Under this size nothing is a bomb, however well it packs.
const HARMLESS: u64 = 1 << 20;
/// The shortest shared string, `<si/>`.
const SHORTEST_STRING: u64 = 5;
/// How much of a file is looked at for the counts at its head.
const HEAD: usize = 64 * 1_024;

/// Fails unless the archive can be opened without harm.
pub(super) fn scan(bytes: &[u8]) -> Result<()> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| {
        Error::Unreadable(format!("This file is not an Excel workbook (.xlsx): {fault}."))
    })?;
    if archive.len() > ENTRY_LIMIT {
        return refused(&format!("it holds more than {ENTRY_LIMIT} files"));
    }
    let mut total = 0;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|fault| {
            Error::Unreadable(format!("This workbook is damaged or has a password: {fault}."))
        })?;
        let name = entry.name().map_or_else(|_| String::new(), |name| name.to_lowercase());
        let packed = entry.compressed_size();
        let (size, head) = inflate(entry, INFLATED_LIMIT - total)?;
        total += size;
        if size > HARMLESS && size / packed.max(1) > RATIO_LIMIT {
            return refused("a part of it unpacks to more than 200 times its size");
        }
        if name.ends_with("sharedstrings.xml") && claimed_strings(&head) > size / SHORTEST_STRING {
            return refused("it claims to hold more texts than fit into it");
        }
    }
    Ok(())
}

fn refused<T>(why: &str) -> Result<T> {
    Err(Error::Unreadable(format!("This workbook was not opened: {why}.")))
}

/// Unpacks without keeping: the true size, and the head of the file.
fn inflate(mut entry: impl Read, left: u64) -> Result<(u64, Vec<u8>)> {
    let (mut size, mut head, mut buffer) = (0_u64, Vec::new(), vec![0; 32 * 1_024]);
    loop {
        let read = entry
            .read(&mut buffer)
            .map_err(|fault| Error::Unreadable(format!("This workbook is damaged: {fault}.")))?;
        if read == 0 {
            return Ok((size, head));
        }
        size += u64::try_from(read).unwrap_or(u64::MAX);
        if size > left {
            return refused("it unpacks to more than 256 MB");
        }
        if head.len() < HEAD {
            head.extend_from_slice(&buffer[..read]);
        }
    }
}

/// The largest `uniqueCount` at the head of the shared strings, however it is quoted.
fn claimed_strings(head: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(head);
    let claims = text.split("uniqueCount").skip(1).map(|rest| {
        let rest = rest.trim_start().strip_prefix('=').unwrap_or(rest).trim_start();
        let rest = rest.trim_start_matches(['"', '\'', ' ', '+']);
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 18 { u64::MAX } else { rest[..digits].parse().unwrap_or(0) }
    });
    claims.max().unwrap_or(0)
}
