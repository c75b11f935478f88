//! Which environment variables WebKitGTK needs to draw on this machine (spec W8).
//!
//! NVIDIA's driver leaves its window blank ("Failed to create GBM buffer"), and under Wayland ends the app
//! at its start ("Error 71"). WebKitGTK reads the variables when GTK starts, in each of its processes. So the
//! app starts itself again in place, with the variables set, before it does anything else.

#![cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only WebKitGTK reads them"))]

use std::env;
use std::path::Path;

use clap::ValueEnum;

/// Has WebKitGTK hand pictures over without the driver's buffers. A little slower.
const NO_DRIVER_BUFFERS: (&str, &str) = ("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
/// Keeps NVIDIA's driver from a part of Wayland that it gets wrong.
const NO_EXPLICIT_SYNC: (&str, &str) = ("__NV_DISABLE_EXPLICIT_SYNC", "1");
/// Has the processor draw everything. It may keep one core busy.
const NO_COMPOSITING: (&str, &str) = ("WEBKIT_DISABLE_COMPOSITING_MODE", "1");

/// What the user asks for on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SafeGraphics {
    /// Without the graphics driver's buffers: for a window that stays blank
    Buffers,
    /// Without the graphics driver: where that does not help; slow
    Driver,
}

/// What is known of the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Graphics {
    /// Whether NVIDIA's own driver is loaded.
    pub(crate) has_nvidia: bool,
    /// Whether the window is going to be a Wayland one.
    pub(crate) is_wayland: bool,
}

/// The variables to set. One that the user has set is the user's, whatever its value.
fn wanted(
    graphics: Graphics,
    asked: Option<SafeGraphics>,
    is_set: impl Fn(&str) -> bool,
) -> Vec<(&'static str, &'static str)> {
    let mut all = Vec::new();
    if graphics.has_nvidia || asked.is_some() {
        all.push(NO_DRIVER_BUFFERS);
    }
    if graphics.has_nvidia && graphics.is_wayland {
        all.push(NO_EXPLICIT_SYNC);
    }
    if asked == Some(SafeGraphics::Driver) {
        all.push(NO_COMPOSITING);
    }
    all.retain(|(name, _)| !is_set(name));
    all
}

impl Graphics {
    /// What the system says.
    fn of_this_machine() -> Self {
        let is = |name: &str, value: &str| env::var_os(name).is_some_and(|found| found == value);
        let has = |name: &str| env::var_os(name).is_some_and(|found| !found.is_empty());
        let folders = ["/proc/driver/nvidia", "/sys/module/nvidia"];
        Self {
            has_nvidia: folders.into_iter().any(|folder| Path::new(folder).exists()),
            is_wayland: has("WAYLAND_DISPLAY") && !is("GDK_BACKEND", "x11"),
        }
    }
}

/// Starts this program again in place, where it lacks a variable; returns where it lacks none.
#[cfg(target_os = "linux")]
pub(crate) fn prepare(asked: Option<SafeGraphics>) -> anyhow::Result<()> {
    use anyhow::Context as _;
    use std::os::unix::process::CommandExt as _;

    let missing = wanted(Graphics::of_this_machine(), asked, |name| env::var_os(name).is_some());
    if missing.is_empty() {
        return Ok(());
    }
    // The link follows the program also where a package has replaced it meanwhile.
    let mut again = std::process::Command::new("/proc/self/exe");
    let mut arguments = env::args_os();
    if let Some(name) = arguments.next() {
        again.arg0(name);
    }
    Err(again.args(arguments).envs(missing).exec()).context("starting again with other graphics")
}

/// Elsewhere the webview is a part of the system, which knows its drivers.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "on Linux starting again may fail")]
pub(crate) fn prepare(_asked: Option<SafeGraphics>) -> anyhow::Result<()> {
    Ok(())
}

/// Each variable that is set, whoever set it, as `NAME=VALUE`.
pub(crate) fn set_now() -> Vec<String> {
    let own = [NO_DRIVER_BUFFERS, NO_EXPLICIT_SYNC, NO_COMPOSITING].map(|(name, _)| name);
    let names = own.into_iter().chain(["GDK_BACKEND"]);
    let value = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    names.filter_map(|name| value(name).map(|value| format!("{name}={value}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Graphics = Graphics { has_nvidia: false, is_wayland: false };
    const WAYLAND: Graphics = Graphics { has_nvidia: false, is_wayland: true };
    const NVIDIA: Graphics = Graphics { has_nvidia: true, is_wayland: false };
    const NVIDIA_ON_WAYLAND: Graphics = Graphics { has_nvidia: true, is_wayland: true };

    #[test]
    fn w8_a_driver_gets_what_it_needs_and_no_more() {
        use SafeGraphics::{Buffers, Driver};
        for (graphics, asked, expected) in [
            (NOTHING, None, &[][..]),
            (WAYLAND, None, &[]),
            (NVIDIA, None, &[NO_DRIVER_BUFFERS]),
            (NVIDIA_ON_WAYLAND, None, &[NO_DRIVER_BUFFERS, NO_EXPLICIT_SYNC]),
            (NOTHING, Some(Buffers), &[NO_DRIVER_BUFFERS]),
            (WAYLAND, Some(Driver), &[NO_DRIVER_BUFFERS, NO_COMPOSITING]),
            (
                NVIDIA_ON_WAYLAND,
                Some(Driver),
                &[NO_DRIVER_BUFFERS, NO_EXPLICIT_SYNC, NO_COMPOSITING],
            ),
        ] {
            assert_eq!(wanted(graphics, asked, |_| false), expected, "{graphics:?} {asked:?}");
        }
    }

    #[test]
    fn w8_a_variable_that_the_user_has_set_stays_theirs() {
        let is_set = |name: &str| name == NO_DRIVER_BUFFERS.0;
        assert_eq!(wanted(NVIDIA, None, is_set), []);
        assert_eq!(wanted(NVIDIA_ON_WAYLAND, None, is_set), [NO_EXPLICIT_SYNC]);
    }

    #[test]
    fn w8_a_start_with_all_of_them_needs_no_other() {
        let wanted = wanted(NVIDIA_ON_WAYLAND, Some(SafeGraphics::Driver), |_| true);
        assert!(wanted.is_empty());
    }
}
