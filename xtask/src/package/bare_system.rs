//! A bare system of this machine's own kind (Debian or Ubuntu) in a folder, to try a package in.
//!
//! `debootstrap` makes it from the distribution's mirror, once: its first state is kept in
//! `target/tools`. Nothing of it is mounted, and it is removed afterwards.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::setup::as_root;
use crate::workspace::{check, output_of, program, root, tools_folder};

/// Who runs the program in there, by number: the system has no user of that name.
const SOMEONE: &str = "1000:1000";

/// What package managers themselves write, and what is no file.
const NOT_LOOKED_AT: [&str; 8] =
    ["dev", "proc", "run", "tmp", "var/cache", "var/lib/apt", "var/lib/dpkg", "var/log"];

/// The system. Dropping it removes its folder.
pub(super) struct BareSystem {
    folder: PathBuf,
}

impl BareSystem {
    /// Makes one with all that the package says it needs, and nothing else.
    pub(super) fn make(deb: &Path) -> Result<Self> {
        let first = first_state()?;
        let system = Self { folder: root().join("target").join("bare-system") };
        system.remove()?;
        fs::create_dir_all(&system.folder)?;
        let unpack = ["--extract", "--numeric-owner", "--file"];
        check(as_root("tar")?.args(unpack).arg(first).arg("--directory").arg(&system.folder))?;
        let home = system.folder.join("home/someone");
        check(as_root("install")?.args(["--directory", "--owner=1000", "--group=1000"]).arg(home))?;
        check(&mut system.inside(&["apt-get", "--quiet", "update"])?)?;
        let flags = ["apt-get", "--quiet", "--yes", "--no-install-recommends"];
        let depends = field(deb, "Depends")?;
        check(system.inside(&flags)?.args(["satisfy", &depends]))
            .context("the packages in `depends` of tauri.conf.json")?;
        let recommends = field(deb, "Recommends")?;
        check(system.inside(&flags)?.args(["--simulate", "satisfy", &recommends]))
            .context("the packages in `recommends` of tauri.conf.json")?;
        Ok(system)
    }

    /// Installs the package; dpkg refuses it where it needs more than it says.
    pub(super) fn install(&self, deb: &Path) -> Result<()> {
        let deb = self.take_in(deb)?;
        check(&mut self.inside(&["dpkg", "--install", &deb])?)
    }

    /// Removes the package and what it configured.
    pub(super) fn purge(&self) -> Result<()> {
        check(&mut self.inside(&["dpkg", "--purge", "retake"])?)
    }

    /// Lays a copy of a file into the user's home, and says where it is in there.
    pub(super) fn take_in(&self, file: &Path) -> Result<String> {
        let name = file.file_name().context("a file has a name")?.to_string_lossy();
        let place = format!("home/someone/{name}");
        let flags = ["--mode=644", "--owner=1000", "--group=1000"];
        check(as_root("install")?.args(flags).arg(file).arg(self.folder.join(&place)))?;
        Ok(format!("/{place}"))
    }

    /// What a program prints, run by the user.
    pub(super) fn output(&self, words: &[&str]) -> Result<String> {
        let mut command = as_root("chroot")?;
        command.args(["--userspec", SOMEONE]).arg(&self.folder);
        command.args(["env", "--ignore-environment", "HOME=/home/someone", "LC_ALL=C.UTF-8"]);
        output_of(command.arg("PATH=/usr/bin:/bin").args(words))
    }

    /// Every file and folder, from the system's root.
    pub(super) fn files(&self) -> Result<BTreeSet<PathBuf>> {
        let listing = output_of(as_root("find")?.arg(&self.folder).args(["-printf", "%P\\n"]))?;
        let is_looked_at =
            |path: &&str| !NOT_LOOKED_AT.iter().any(|folder| Path::new(path).starts_with(folder));
        Ok(listing.lines().filter(is_looked_at).map(PathBuf::from).collect())
    }

    /// A program of the system, run by root.
    fn inside(&self, words: &[&str]) -> Result<Command> {
        let mut command = as_root("chroot")?;
        command.arg(&self.folder).args(["env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]);
        command.arg("PATH=/usr/sbin:/usr/bin:/sbin:/bin").args(words);
        Ok(command)
    }

    fn remove(&self) -> Result<()> {
        check(
            as_root("rm")?.args(["--recursive", "--force", "--one-file-system"]).arg(&self.folder),
        )
    }
}

impl Drop for BareSystem {
    fn drop(&mut self) {
        if let Err(error) = self.remove() {
            eprintln!("{} is left over: {error:#}", self.folder.display());
        }
    }
}

/// The system as debootstrap makes it, packed.
fn first_state() -> Result<PathBuf> {
    let release = fs::read_to_string("/etc/os-release").context("reading /etc/os-release")?;
    let name = codename(&release).context("/etc/os-release has no VERSION_CODENAME")?;
    let packed = tools_folder().join(format!("bare-{name}.tar"));
    if packed.exists() {
        return Ok(packed);
    }
    println!("Making a bare {name} (a minute or two); it is kept in {}", packed.display());
    let folder = root().join("target").join("bare-first");
    let system = BareSystem { folder };
    system.remove()?;
    fs::create_dir_all(tools_folder())?;
    check(as_root("debootstrap")?.args(["--variant=minbase", name]).arg(&system.folder))?;
    let list = system.folder.join("etc/apt/sources.list");
    let listed = fs::read_to_string(&list).context("reading debootstrap's sources.list")?;
    if let Some(sources) = ubuntus_sources(&release, &listed) {
        let written = tools_folder().join("sources.list");
        fs::write(&written, sources)?;
        check(as_root("install")?.arg("--mode=644").arg(&written).arg(&list))?;
    }
    let unfinished = packed.with_extension("unfinished");
    let pack = ["--create", "--numeric-owner", "--file"];
    check(
        as_root("tar")?.args(pack).arg(&unfinished).arg("--directory").arg(&system.folder).arg("."),
    )?;
    fs::rename(&unfinished, &packed)?;
    Ok(packed)
}

fn codename(release: &str) -> Option<&str> {
    release.lines().find_map(|line| line.strip_prefix("VERSION_CODENAME="))
}

/// What an Ubuntu that someone uses takes packages from: debootstrap lists the part `main` alone, as it was
/// on the day of the release. `None`: this is no Ubuntu.
fn ubuntus_sources(release: &str, listed: &str) -> Option<String> {
    let is_ubuntu = release.lines().any(|line| line == "ID=ubuntu");
    let mut words = listed.split_whitespace().skip(1);
    let (url, name) = (words.next()?, words.next()?);
    let line = |pocket: &str| format!("deb {url} {name}{pocket} main universe\n");
    is_ubuntu.then(|| line("") + &line("-updates"))
}

/// A field of a package's description.
fn field(deb: &Path, name: &str) -> Result<String> {
    let text = output_of(program("dpkg-deb").arg("--field").arg(deb).arg(name))?;
    Ok(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_is_the_machines_own() {
        let release = "ID=debian\nVERSION_CODENAME=bookworm\n";
        assert_eq!(codename(release), Some("bookworm"));
        assert_eq!(codename("ID=arch\n"), None);
    }

    #[test]
    fn an_ubuntu_has_its_updates_and_all_that_videos_need() {
        let listed = "deb http://mirror.example/ubuntu jammy main\n";
        assert_eq!(
            ubuntus_sources("ID=ubuntu\n", listed).unwrap(),
            "deb http://mirror.example/ubuntu jammy main universe\n\
             deb http://mirror.example/ubuntu jammy-updates main universe\n"
        );
        assert_eq!(ubuntus_sources("ID=debian\n", listed), None);
    }
}
