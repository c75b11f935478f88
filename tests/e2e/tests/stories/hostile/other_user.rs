//! Another user of the same machine.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use retake_e2e::Stage;
use retake_e2e::app::{binary, processes_with};

/// Everybody and nobody, on every Linux.
const NOBODY: u32 = 65_534;

fn mode(path: &Path) -> Result<u32> {
    let about = fs::metadata(path).with_context(|| format!("looking at {}", path.display()))?;
    Ok(about.permissions().mode() & 0o777)
}

fn open_to_all(folder: &Path) -> Result<()> {
    Ok(fs::set_permissions(folder, Permissions::from_mode(0o755))?)
}

/// Whether the user nobody can do this. `None`: only root can ask in his name.
fn nobody_can(program: &str, path: &Path) -> Result<Option<bool>> {
    if fs::metadata("/proc/self")?.uid() != 0 {
        return Ok(None);
    }
    let mut command = Command::new(program);
    command.arg(path).uid(NOBODY).gid(NOBODY);
    Ok(Some(command.output().context("asking as nobody")?.status.success()))
}

/// What the sockets are called that the app on `data_dir` has open.
fn names_of_sockets(data_dir: &Path) -> Result<Vec<String>> {
    let mut open = Vec::new();
    for process in processes_with(data_dir)? {
        let files = fs::read_dir(format!("/proc/{process}/fd"))?.flatten();
        open.extend(files.filter_map(|file| fs::read_link(file.path()).ok()));
    }
    let is_open =
        |number: &str| open.iter().any(|file| *file == Path::new(&format!("socket:[{number}]")));
    let all = fs::read_to_string("/proc/net/unix")?;
    let fields = all.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let named = fields.filter(|fields| fields.len() == 8 && is_open(fields[6]));
    Ok(named.map(|fields| fields[7].to_owned()).collect())
}

#[tokio::test]
async fn another_user_reads_nothing_also_in_a_folder_that_was_open_to_all() -> Result<()> {
    Stage::play("another_user_reads_nothing", async |stage| {
        let root = stage.launch.data_dir.clone();
        open_to_all(root.parent().context("the data folder is in another")?)?;
        for folder in [root.clone(), root.join("logs"), root.join("profile")] {
            open_to_all(&folder)?;
        }
        assert_ne!(nobody_can("ls", &root)?, Some(false), "nobody can, before the start");
        stage.restart().await?;
        for folder in [root.clone(), root.join("logs"), root.join("profile")] {
            assert_eq!(mode(&folder)?, 0o700, "{}", folder.display());
        }
        let backup = root.join("copy.db");
        let arguments =
            ["backup".as_ref(), backup.as_os_str(), "--data-dir".as_ref(), root.as_os_str()];
        let made = Command::new(binary()).args(arguments).status()?;
        assert!(made.success());
        for file in [root.join("retake.db"), backup] {
            assert_eq!(mode(&file)?, 0o600, "{}", file.display());
        }
        assert_ne!(nobody_can("ls", &root)?, Some(true));
        assert_ne!(nobody_can("cat", &root.join("retake.db"))?, Some(true));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn another_user_can_take_no_name_that_retake_needs() -> Result<()> {
    Stage::play("another_user_takes_no_name", async |stage| {
        let names = names_of_sockets(&stage.launch.data_dir)?;
        // A name in the abstract namespace is anybody's.
        let (abstract_ones, files): (Vec<_>, Vec<_>) =
            names.into_iter().partition(|name| name.starts_with("@retake"));
        assert_eq!(abstract_ones, Vec::<String>::new());
        let socket = stage.launch.data_dir.join("retake.sock");
        assert!(files.iter().any(|name| Path::new(name) == socket), "{files:?}");
        Ok(())
    })
    .await
}
