//! Which packages bring H.264 and AAC to WebKitGTK, by what `/etc/os-release` says.
//!
//! WebKitGTK plays what `GStreamer` has elements for: `qtdemux` (good) takes an MP4 apart, `h264parse` and
//! `aacparse` (bad, good) find its frames, and libav decodes them. WebKitGTK's own package only recommends
//! them, so a system without recommended packages shows black players.

use retake_protocol::machine::CodecPackages;

/// What a family of distributions calls them.
struct Family {
    /// `ID`s, and words of `ID_LIKE`.
    ids: &'static [&'static str],
    packages: &'static [&'static str],
    /// What installs packages; their names follow.
    command: &'static str,
    repository: Option<&'static str>,
}

/// The first that fits wins, so a family stands before those that are like it.
const FAMILIES: [Family; 6] = [
    Family {
        ids: &["debian", "ubuntu"],
        packages: &["gstreamer1.0-libav", "gstreamer1.0-plugins-bad", "gstreamer1.0-plugins-good"],
        command: "sudo apt install",
        repository: None,
    },
    Family {
        ids: &["fedora", "rhel"],
        packages: &[
            "gstreamer1-plugin-libav",
            "gstreamer1-plugins-bad-free",
            "gstreamer1-plugins-good",
        ],
        command: "sudo dnf install",
        repository: Some("RPM Fusion (its package ffmpeg-libs)"),
    },
    Family {
        ids: &["suse", "opensuse"],
        packages: &["gstreamer-plugins-libav", "gstreamer-plugins-bad", "gstreamer-plugins-good"],
        command: "sudo zypper install",
        repository: Some("Packman"),
    },
    Family {
        ids: &["arch"],
        packages: &["gst-libav", "gst-plugins-bad", "gst-plugins-good"],
        command: "sudo pacman -S --needed",
        repository: None,
    },
    Family {
        ids: &["alpine"],
        packages: &["gst-libav", "gst-plugins-bad", "gst-plugins-good"],
        command: "sudo apk add",
        repository: None,
    },
    Family {
        ids: &["void"],
        packages: &["gst-libav", "gst-plugins-bad1", "gst-plugins-good1"],
        command: "sudo xbps-install",
        repository: None,
    },
];

/// The packages of the distribution that `os_release` describes (the file's text); `None`: it is none that
/// Retake knows.
pub(crate) fn packages(os_release: &str) -> Option<CodecPackages> {
    let own = value(os_release, "ID").unwrap_or_default();
    let like = value(os_release, "ID_LIKE").unwrap_or_default();
    let mut words = std::iter::once(own).chain(like.split_ascii_whitespace());
    let family =
        words.find_map(|word| FAMILIES.iter().find(|family| family.ids.contains(&word)))?;
    let name = value(os_release, "PRETTY_NAME").or_else(|| value(os_release, "NAME"));
    Some(CodecPackages {
        system: name.unwrap_or(own).to_owned(),
        packages: family.packages.iter().map(|&name| name.to_owned()).collect(),
        command: format!("{} {}", family.command, family.packages.join(" ")),
        repository: family.repository.map(str::to_owned),
    })
}

/// What the file says of `name`, without the quotes that a shell would take away.
fn value<'a>(os_release: &'a str, name: &str) -> Option<&'a str> {
    let line =
        os_release.lines().find_map(|line| line.trim().strip_prefix(name)?.strip_prefix('='))?;
    Some(line.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w7_each_distribution_is_told_its_own_packages() {
        for (os_release, command) in [
            (
                "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nID=debian",
                "sudo apt install gstreamer1.0-libav gstreamer1.0-plugins-bad gstreamer1.0-plugins-good",
            ),
            (
                "ID=linuxmint\nID_LIKE=\"ubuntu debian\"",
                "sudo apt install gstreamer1.0-libav gstreamer1.0-plugins-bad gstreamer1.0-plugins-good",
            ),
            (
                "NAME=\"Fedora Linux\"\nID=fedora",
                "sudo dnf install gstreamer1-plugin-libav gstreamer1-plugins-bad-free \
                 gstreamer1-plugins-good",
            ),
            (
                "ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"",
                "sudo dnf install gstreamer1-plugin-libav gstreamer1-plugins-bad-free \
                 gstreamer1-plugins-good",
            ),
            (
                "ID=\"opensuse-tumbleweed\"\nID_LIKE=\"opensuse suse\"",
                "sudo zypper install gstreamer-plugins-libav gstreamer-plugins-bad gstreamer-plugins-good",
            ),
            ("ID=arch", "sudo pacman -S --needed gst-libav gst-plugins-bad gst-plugins-good"),
            (
                "ID=manjaro\nID_LIKE=arch",
                "sudo pacman -S --needed gst-libav gst-plugins-bad gst-plugins-good",
            ),
            ("ID=alpine", "sudo apk add gst-libav gst-plugins-bad gst-plugins-good"),
            ("ID='void'", "sudo xbps-install gst-libav gst-plugins-bad1 gst-plugins-good1"),
        ] {
            let packages = packages(os_release).expect(os_release);
            assert_eq!(packages.command, command, "{os_release}");
        }
    }

    #[test]
    fn w7_a_system_is_called_as_it_calls_itself() {
        for (os_release, system) in [
            ("NAME=Debian\nPRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian", "Debian GNU/Linux 12"),
            ("NAME=Debian\nID=debian", "Debian"),
            ("ID=debian", "debian"),
        ] {
            assert_eq!(packages(os_release).unwrap().system, system, "{os_release}");
        }
    }

    #[test]
    fn w7_of_a_system_that_is_not_known_nothing_is_said() {
        for os_release in ["", "ID=nixos", "ID", "ID_LIKE=", "VERSION_ID=debian", "<html>"] {
            assert_eq!(packages(os_release), None, "{os_release}");
        }
    }

    #[test]
    fn w7_what_needs_another_repository_names_it() {
        let repository = |id: &str| packages(&format!("ID={id}")).unwrap().repository;
        assert_eq!(repository("debian"), None);
        assert!(repository("fedora").unwrap().starts_with("RPM Fusion"));
        assert_eq!(repository("suse").as_deref(), Some("Packman"));
    }
}
