//! Icons of one set (lucide, ISC licence) as inline SVG. They repeat what a word beside them says,
//! so they are hidden from screen readers.

use yew::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A finished video.
    Check,
    /// Moderated.
    EyeOff,
    /// A failure.
    Alert,
    /// Under way.
    Loader,
    /// Opens or closes.
    Chevron,
    /// Start.
    Play,
    /// Stop.
    Square,
    /// Resume.
    Rotate,
    /// Search.
    Search,
    /// Fewer.
    Minus,
    /// More.
    Plus,
    /// An image.
    Image,
    /// Opens in the page.
    External,
    /// Waits.
    Pause,
    /// Kept.
    Star,
    /// Becomes a file.
    Save,
    /// To the page before.
    Back,
    /// To the page after.
    Forward,
    /// To the page's start.
    Home,
    /// Before.
    Up,
    /// After.
    Down,
    /// Where videos are made.
    Film,
    /// The queue.
    List,
    /// The history.
    Clock,
    /// The prompts.
    Quote,
    /// What it adds up to.
    Chart,
    /// The settings.
    Gear,
    /// Gone.
    Trash,
    /// To the clipboard.
    Copy,
    /// Everything that can be done.
    Command,
    /// The library.
    Grid,
    /// Goes away.
    Close,
    /// What is on the clipboard.
    Clipboard,
    /// To be changed.
    Pencil,
    /// To be dragged.
    Grip,
}

impl Icon {
    fn paths(self) -> &'static [&'static str] {
        match self {
            Self::Check => &["M20 6 9 17l-5-5"],
            Self::EyeOff => &[
                "M10.7 5.1a11 11 0 0 1 11.2 6.6 1 1 0 0 1 0 .6 11 11 0 0 1-1.4 2.5",
                "M14.1 14.2a3 3 0 0 1-4.2-4.2",
                "M17.5 17.5a11 11 0 0 1-15.4-5.2 1 1 0 0 1 0-.6 11 11 0 0 1 4.4-5.1",
                "m2 2 20 20",
            ],
            Self::Alert => &[
                "m21.7 18-8-14a2 2 0 0 0-3.5 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.7-3",
                "M12 9v4",
                "M12 17h.01",
            ],
            Self::Loader => &["M21 12a9 9 0 1 1-6.2-8.6"],
            Self::Chevron => &["m9 18 6-6-6-6"],
            Self::Play => &["M6 3l14 9-14 9z"],
            Self::Square => &["M5 5h14v14H5z"],
            Self::Rotate => &["M3 12a9 9 0 1 0 9-9 9.7 9.7 0 0 0-6.7 2.7L3 8", "M3 3v5h5"],
            Self::Search => &["M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0", "m21 21-4.3-4.3"],
            Self::Minus => &["M5 12h14"],
            Self::Plus => &["M5 12h14", "M12 5v14"],
            Self::Image => &[
                "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2",
                "M11 9a2 2 0 1 1-4 0 2 2 0 0 1 4 0",
                "m21 15-3.1-3.1a2 2 0 0 0-2.8 0L6 21",
            ],
            Self::External => &[
                "M15 3h6v6",
                "M10 14 21 3",
                "M18 13v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6",
            ],
            Self::Star => &[
                "M11.5 2.3a.5.5 0 0 1 1 0l2.3 4.7a2 2 0 0 0 1.6 1.2l5.2.8a.5.5 0 0 1 .3.9l-3.8 3.6a2 2 \
                 0 0 0-.6 1.9l.9 5.1a.5.5 0 0 1-.8.6l-4.6-2.4a2 2 0 0 0-2 0l-4.6 2.4a.5.5 0 0 \
                 1-.8-.6l.9-5.1a2 2 0 0 0-.6-1.9L2.3 9.9a.5.5 0 0 1 .3-.9l5.2-.8A2 2 0 0 0 9.4 7z",
            ],
            Self::Save => {
                &["M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4", "m7 10 5 5 5-5", "M12 15V3"]
            }
            Self::Back => &["m12 19-7-7 7-7", "M19 12H5"],
            Self::Forward => &["M5 12h14", "m12 5 7 7-7 7"],
            Self::Home => &[
                "M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8",
                "M3 10a2 2 0 0 1 .7-1.5l7-6a2 2 0 0 1 2.6 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 \
                 0 1-2-2z",
            ],
            Self::Pencil => &["M16 4l4 4L8 20l-5 1 1-5z", "m14 6 4 4"],
            Self::Grip => {
                &["M9 6h.01", "M9 12h.01", "M9 18h.01", "M15 6h.01", "M15 12h.01", "M15 18h.01"]
            }
            Self::Up => &["m18 15-6-6-6 6"],
            Self::Down => &["m6 9 6 6 6-6"],
            Self::Film => &[
                "M4 4h16v16H4z",
                "M8 4v16",
                "M16 4v16",
                "M4 12h16",
                "M4 8h4",
                "M4 16h4",
                "M16 8h4",
                "M16 16h4",
            ],
            Self::List => {
                &["M8 6h13", "M8 12h13", "M8 18h13", "M3 6h.01", "M3 12h.01", "M3 18h.01"]
            }
            Self::Clock => {
                &["M3 12a9 9 0 1 0 9-9 9.7 9.7 0 0 0-6.7 2.7L3 8", "M3 3v5h5", "M12 7v5l4 2"]
            }
            Self::Quote => &[
                "M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z",
                "M8 9h8",
                "M8 13h5",
            ],
            Self::Chart => &["M3 3v18h18", "M8 17v-5", "M13 17V7", "M18 17v-8"],
            Self::Gear => &[
                "M15 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
                "M12 2v3",
                "M12 19v3",
                "M4.9 4.9l2.2 2.2",
                "M16.9 16.9l2.2 2.2",
                "M2 12h3",
                "M19 12h3",
                "M4.9 19.1l2.2-2.2",
                "M16.9 7.1l2.2-2.2",
            ],
            Self::Trash => &["M3 6h18", "M8 6V4h8v2", "M6 6l1 15h10l1-15"],
            Self::Command => {
                &["M15 6v12a3 3 0 1 0 3-3H6a3 3 0 1 0 3 3V6a3 3 0 1 0-3 3h12a3 3 0 1 0-3-3"]
            }
            Self::Copy => &["M9 9h12v12H9z", "M5 15H3V3h12v2"],
            Self::Grid => &["M3 3h7v7H3z", "M14 3h7v7h-7z", "M14 14h7v7h-7z", "M3 14h7v7H3z"],
            Self::Close => &["M18 6 6 18", "m6 6 12 12"],
            Self::Clipboard => &[
                "M8 2h8v4H8z",
                "M16 4h2a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h2",
            ],
            Self::Pause => &["M6 4h4v16H6z", "M14 4h4v16h-4z"],
        }
    }

    /// The icon as markup.
    pub fn html(self) -> Html {
        // Of these two the direction is the meaning.
        let way = matches!(self, Self::Back | Self::Forward).then_some("icon-way");
        html! {
            <svg class={classes!("icon", way)} viewBox="0 0 24 24" fill="none" stroke="currentColor"
                stroke-width="2" stroke-linecap="round" stroke-linejoin="round"
                aria-hidden="true" focusable="false">
                { for self.paths().iter().map(|path| html! { <path d={*path} /> }) }
            </svg>
        }
    }
}
