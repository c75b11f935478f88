//! Whether a view still looks as it did when somebody last looked at it: the sidebar's picture beside
//! the one in the repository, with a tolerance for how letters are smoothed.
//!
//! Text is shown in the one font of `fonts.conf` on every machine. After a change that was meant,
//! `RETAKE_UPDATE_SNAPSHOTS=1` writes the pictures again; look at each before it is committed.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::app::App;
use crate::wait::until;

/// Which fonts the app uses, in every story.
pub(crate) const FONTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts.conf");

/// The font that `fonts.conf` asks for.
const FONT: &str = "DejaVu Sans";

/// How far a colour may be from its own, of 255.
const SAME_COLOUR: u8 = 40;

/// How many pixels may be further, of a thousand.
const MOST_DIFFERENT: usize = 10;

/// How wide the app's window is when it is first opened, in pixels: without a window manager it stands
/// in the corner of the screen, the sidebar at its right.
const WINDOW_WIDTH: u64 = 1360;

/// A picture: width and height in pixels, and red, green and blue of each.
#[derive(PartialEq)]
struct Picture {
    size: (u32, u32),
    colours: Vec<[u8; 3]>,
}

impl App {
    /// Waits until the sidebar looks as in its kept picture.
    pub async fn looks_as_before(&self, view: &str) -> Result<()> {
        if !has_font()? {
            eprintln!("{view}: not compared, for this system does not have {FONT}");
            return Ok(());
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots");
        let is_update = std::env::var_os("RETAKE_UPDATE_SNAPSHOTS").is_some();
        let kept = folder.join(format!("{view}.png"));
        if is_update {
            let bytes = self.steady_picture().await?;
            fs::create_dir_all(&folder)?;
            return fs::write(&kept, bytes).with_context(|| format!("writing {}", kept.display()));
        }
        let part = self.part_of_screen().await?;
        // Asked again and again: on a busy machine the screen still shows the frame before, however
        // often it is looked at.
        until("it looks as before", async || {
            compare(view, &kept, &picture_of_screen(&part)?).map(Some)
        })
        .await
    }

    /// The sidebar's picture as soon as nothing moves in it.
    async fn steady_picture(&self) -> Result<Vec<u8>> {
        let part = self.part_of_screen().await?;
        let mut last = Vec::new();
        until("nothing moves in the sidebar", async || {
            let now = picture_of_screen(&part)?;
            let is_steady = now == last;
            last = now;
            Ok(is_steady.then(|| last.clone()))
        })
        .await
    }

    /// Where on the screen the sidebar stands, as `ImageMagick` writes it.
    async fn part_of_screen(&self) -> Result<String> {
        let size = self.sidebar_script("return [innerWidth, innerHeight];").await?;
        let length = |place: usize| size[place].as_u64().context("the sidebar has a size");
        Ok(format!("{}x{}+{}+0", length(0)?, length(1)?, WINDOW_WIDTH - length(0)?))
    }
}

/// A part of the screen, as PNG. The driver's own pictures of a webview never come where the window is
/// drawn without a graphics card.
fn picture_of_screen(part: &str) -> Result<Vec<u8>> {
    let arguments = ["-window", "root", "-crop", part, "+repage", "-strip", "png24:-"];
    let taken = Command::new("import").args(arguments).output().context("failed to run import")?;
    ensure!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
    Ok(taken.stdout)
}

fn compare(view: &str, kept: &Path, bytes: &[u8]) -> Result<()> {
    let expected = File::open(kept).with_context(|| {
        format!("{} is not there: RETAKE_UPDATE_SNAPSHOTS=1 writes it", kept.display())
    })?;
    let expected = decode(BufReader::new(expected))?;
    let seen = decode(std::io::Cursor::new(bytes))?;
    let artifact = artifact_of(view)?;
    let keep = || fs::write(&artifact, bytes).context("keeping the picture");
    if seen.size != expected.size {
        keep()?;
        bail!(
            "{view} is {:?} pixels large and was {:?}: see {}",
            seen.size,
            expected.size,
            artifact.display()
        );
    }
    let is_far = |(a, b): &(&[u8; 3], &[u8; 3])| {
        a.iter().zip(b.iter()).any(|(a, b)| a.abs_diff(*b) > SAME_COLOUR)
    };
    let different = seen.colours.iter().zip(&expected.colours).filter(is_far).count();
    let share = different * 1000 / seen.colours.len().max(1);
    if share > MOST_DIFFERENT {
        keep()?;
        bail!(
            "{view} looks other than before in {share} of 1000 pixels: compare {} with {}; where it \
             was meant, RETAKE_UPDATE_SNAPSHOTS=1 keeps it",
            artifact.display(),
            kept.display()
        );
    }
    Ok(())
}

fn artifact_of(view: &str) -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../artifacts");
    fs::create_dir_all(&folder)?;
    Ok(folder.join(format!("{view}.png")))
}

fn decode(file: impl std::io::BufRead + std::io::Seek) -> Result<Picture> {
    let mut decoder = png::Decoder::new(file);
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().context("reading a picture")?;
    let size = reader.output_buffer_size().context("a picture's size")?;
    let mut bytes = vec![0; size];
    let frame = reader.next_frame(&mut bytes).context("reading a picture")?;
    let samples = frame.color_type.samples();
    ensure!(samples >= 3, "a picture of the sidebar has colours");
    let colours = bytes[..frame.buffer_size()].chunks_exact(samples);
    Ok(Picture {
        size: (frame.width, frame.height),
        colours: colours.map(|one| [one[0], one[1], one[2]]).collect(),
    })
}

/// Whether the system has the font that `fonts.conf` asks for.
fn has_font() -> Result<bool> {
    let mut command = Command::new("fc-match");
    command.args(["--format=%{family[0]}", "sans-serif"]).env("FONTCONFIG_FILE", FONTS);
    // Without fontconfig's programs nobody can tell.
    let Ok(answer) = command.output() else { return Ok(false) };
    Ok(String::from_utf8(answer.stdout).context("reading the font's name")? == FONT)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grey picture of 100 pixels, the first `dark` of them black.
    fn picture(dark: usize, grey: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 10, 10);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        let colours = (0..100).flat_map(|place| [if place < dark { 0 } else { grey }; 3]);
        writer.write_image_data(&colours.collect::<Vec<u8>>()).unwrap();
        drop(writer);
        bytes
    }

    #[test]
    fn a_picture_may_differ_a_little_everywhere_or_much_in_one_place_of_a_hundred() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept.png");
        fs::write(&kept, picture(0, 200)).unwrap();
        for (seen, is_same) in [
            (picture(0, 200), true),
            (picture(0, 230), true),
            (picture(0, 250), false),
            (picture(1, 200), true),
            (picture(2, 200), false),
        ] {
            assert_eq!(compare("test-of-snapshots", &kept, &seen).is_ok(), is_same);
        }
    }
}
