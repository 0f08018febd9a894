//! The file itself: a tar whose last member, `manifest.json`, tells what the others must be. Reading and writing happen
//! on threads that may block; pieces travel through channels, so that no table and no folder is ever in memory whole.

use super::{Refusal, Report};
use crate::{Error, Timestamp, error::Fault};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};
use tokio::{sync::mpsc, task::JoinHandle};

const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";
const ROWS: &str = "rows/";
const FILES: &str = "blobs/";
/// Bytes that travel at once.
const PIECE: usize = 64 << 10;
/// Pieces that may wait for the disk.
const WAITING: usize = 8;

/// The member with the rows of `table`.
pub fn rows_of(table: &str) -> String {
    format!("{ROWS}{table}.jsonl")
}

/// The member with the file under `key`.
pub fn file_of(key: &str) -> String {
    format!("{FILES}{key}")
}

/// What a backup must hold.
#[derive(PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Manifest {
    format: u32,
    /// Version of the last migration.
    pub schema: i64,
    engine: String,
    written_at: Timestamp,
    rows: u64,
    files: u64,
    members: BTreeMap<String, Member>,
}

#[derive(PartialEq, Eq, Debug, Serialize, Deserialize)]
struct Member {
    bytes: u64,
    sha256: String,
}

impl Manifest {
    /// About what was written; the members are noted by the writer.
    pub fn new(schema: i64, engine: &str, written_at: Timestamp, report: Report) -> Self {
        Self {
            format: FORMAT,
            schema,
            engine: engine.into(),
            written_at,
            rows: report.rows,
            files: report.files,
            members: BTreeMap::new(),
        }
    }

    /// How much there is.
    pub const fn report(&self) -> Report {
        Report {
            rows: self.rows,
            files: self.files,
        }
    }

    /// Refuses a backup whose tables are not exactly these.
    pub fn must_have<'a>(&self, tables: impl Iterator<Item = &'a str>) -> Result<(), Error<Refusal>> {
        let mut expected: Vec<_> = tables.map(rows_of).collect();
        expected.sort();
        let found = self.members.keys().filter(|name| name.starts_with(ROWS));
        if found.eq(expected.iter()) {
            return Ok(());
        }
        Err(damaged("it has other tables than this version"))
    }
}

fn damaged(words: impl ToString) -> Error<Refusal> {
    Error::Refused(Refusal::Damaged(words.to_string()))
}

fn about(file: &Path) -> impl Fn(io::Error) -> Fault {
    move |error| Fault::Other(format!("{}: {error}", file.display()))
}

enum Piece {
    Begin(String),
    Bytes(Vec<u8>),
    Last(Manifest),
}

/// Takes what goes into the file, in order. Dropped before [`Pieces::last`], no file comes of it.
pub struct Pieces {
    sender: mpsc::Sender<Piece>,
    lines: Vec<u8>,
}

impl Pieces {
    /// Begins a member.
    pub async fn begin(&mut self, name: String) -> Result<(), Fault> {
        self.flush().await?;
        self.send(Piece::Begin(name)).await
    }

    /// More of the member that was begun.
    pub async fn bytes(&mut self, bytes: Vec<u8>) -> Result<(), Fault> {
        self.send(Piece::Bytes(bytes)).await
    }

    /// One more line of the member that was begun.
    pub async fn line(&mut self, row: &super::Object) -> Result<(), Fault> {
        serde_json::to_writer(&mut self.lines, row).map_err(|e| Fault::Other(e.to_string()))?;
        self.lines.push(b'\n');
        if self.lines.len() < PIECE {
            return Ok(());
        }
        self.flush().await
    }

    /// That was all.
    pub async fn last(&mut self, manifest: Manifest) -> Result<(), Fault> {
        self.flush().await?;
        self.send(Piece::Last(manifest)).await
    }

    async fn flush(&mut self) -> Result<(), Fault> {
        if self.lines.is_empty() {
            return Ok(());
        }
        let lines = std::mem::take(&mut self.lines);
        self.bytes(lines).await
    }

    async fn send(&self, piece: Piece) -> Result<(), Fault> {
        let stopped = |_| Fault::Other("writing the backup stopped".into());
        self.sender.send(piece).await.map_err(stopped)
    }
}

/// The thread that writes; it ends when all pieces are in the file.
pub type Writing = JoinHandle<Result<(), Fault>>;

/// A file by its key, or why it cannot be had.
pub type Named = Result<(String, Vec<u8>), Error<Refusal>>;

/// Begins a backup. The task ends when the pieces do, and tells what went wrong with the disk.
pub fn write(file: &Path) -> Result<(Pieces, Writing), Error<Refusal>> {
    if file.exists() {
        return Err(Error::Refused(Refusal::FileExists));
    }
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let target = create(&part).map_err(about(&part))?;
    let (sender, mut pieces) = mpsc::channel(WAITING);
    let file = file.to_owned();
    let task = tokio::task::spawn_blocking(move || {
        match assemble(target, &mut pieces) {
            Ok(true) => std::fs::rename(&part, &file),
            Ok(false) => std::fs::remove_file(&part),
            Err(error) => {
                let _ = std::fs::remove_file(&part);
                Err(error)
            }
        }
        .map_err(about(&file))
    });
    let lines = Vec::new();
    Ok((Pieces { sender, lines }, task))
}

/// Makes a file that only we may read: it holds exact places and password hashes.
fn create(part: &Path) -> io::Result<File> {
    match std::fs::remove_file(part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part)
}

/// Writes what comes; whether the end came.
fn assemble(target: File, pieces: &mut mpsc::Receiver<Piece>) -> io::Result<bool> {
    let mut tar = tar::Builder::new(BufWriter::new(target));
    let mut members = BTreeMap::new();
    let mut next = pieces.blocking_recv();
    while let Some(Piece::Begin(name)) = next {
        let mut header = header();
        let mut entry = tar.append_writer(&mut header, &name)?;
        let mut sum = Sha256::new();
        let mut length = 0;
        next = loop {
            match pieces.blocking_recv() {
                Some(Piece::Bytes(bytes)) => {
                    sum.update(&bytes);
                    length += bytes.len() as u64;
                    entry.write_all(&bytes)?;
                }
                other => break other,
            }
        };
        entry.finish()?;
        let sha256 = HEXLOWER.encode(&sum.finalize());
        members.insert(name, Member { bytes: length, sha256 });
    }
    let Some(Piece::Last(mut manifest)) = next else {
        return Ok(false);
    };
    manifest.members = members;
    let text = serde_json::to_vec_pretty(&manifest)?;
    let mut header = header();
    header.set_size(text.len() as u64);
    tar.append_data(&mut header, MANIFEST, text.as_slice())?;
    let file = tar.into_inner()?.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(true)
}

fn header() -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_mode(0o600);
    header
}

/// Reads the whole file and compares each member with the manifest.
pub async fn check(file: &Path) -> Result<Manifest, Error<Refusal>> {
    let file = file.to_owned();
    tokio::task::spawn_blocking(move || {
        let (mut found, mut manifest) = (BTreeMap::new(), None);
        each(&file, |name, entry| {
            if name == MANIFEST {
                manifest = Some(serde_json::from_reader::<_, Manifest>(entry).map_err(damaged)?);
                return Ok(true);
            }
            let (mut sum, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; PIECE]);
            loop {
                match entry.read(&mut buffer).map_err(damaged)? {
                    0 => break,
                    length => {
                        sum.update(&buffer[..length]);
                        bytes += length as u64;
                    }
                }
            }
            let sha256 = HEXLOWER.encode(&sum.finalize());
            if found.insert(name.clone(), Member { bytes, sha256 }).is_some() {
                return Err(damaged(format!("{name} is in it twice")));
            }
            Ok(true)
        })?;
        let manifest = manifest.ok_or_else(|| damaged("its end is missing"))?;
        if manifest.format != FORMAT {
            return Err(damaged(format!("its format {} is unknown", manifest.format)));
        }
        for (name, member) in &manifest.members {
            if found.get(name) != Some(member) {
                return Err(damaged(format!("{name} is not as it was written")));
            }
        }
        if found.len() != manifest.members.len() {
            return Err(damaged("it holds files that were not written with it"));
        }
        Ok(manifest)
    })
    .await?
}

/// The lines of one member, some at a time.
pub fn lines(file: &Path, member: String, at_once: usize) -> mpsc::Receiver<Result<Vec<String>, Error<Refusal>>> {
    stream(file, move |file, send| {
        each(file, |name, entry| {
            if name != member {
                return Ok(true);
            }
            let mut lines = BufReader::with_capacity(PIECE, entry).lines();
            loop {
                let chunk = lines.by_ref().take(at_once).collect::<io::Result<Vec<_>>>();
                let chunk = chunk.map_err(damaged)?;
                if chunk.is_empty() || !send(chunk) {
                    return Ok(false);
                }
            }
        })
    })
}

/// The files with their keys, one at a time.
pub fn files(file: &Path) -> mpsc::Receiver<Named> {
    stream(file, |file, send| {
        each(file, |name, entry| {
            let Some(key) = name.strip_prefix(FILES) else {
                return Ok(true);
            };
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).map_err(damaged)?;
            Ok(send((key.to_owned(), bytes)))
        })
    })
}

/// Reads on a thread of its own, as fast as somebody takes what was read.
fn stream<T: Send + 'static>(
    file: &Path,
    read: impl FnOnce(&Path, &mut dyn FnMut(T) -> bool) -> Result<(), Error<Refusal>> + Send + 'static,
) -> mpsc::Receiver<Result<T, Error<Refusal>>> {
    let (sender, receiver) = mpsc::channel(WAITING);
    let file = file.to_owned();
    tokio::task::spawn_blocking(move || {
        if let Err(error) = read(&file, &mut |item| sender.blocking_send(Ok(item)).is_ok()) {
            // Whoever listened no longer does: there is nobody to tell.
            let _ = sender.blocking_send(Err(error));
        }
    });
    receiver
}

/// Shows every member to `see` until it answers `false`.
fn each(
    file: &Path,
    mut see: impl FnMut(String, &mut dyn Read) -> Result<bool, Error<Refusal>>,
) -> Result<(), Error<Refusal>> {
    let mut tar = tar::Archive::new(File::open(file).map_err(about(file))?);
    for entry in tar.entries_with_seek().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let name = entry.path().map_err(damaged)?.to_string_lossy().into_owned();
        if !entry.header().entry_type().is_file() {
            return Err(damaged(format!("{name} is no file")));
        }
        if !see(name, &mut entry)? {
            break;
        }
    }
    Ok(())
}
