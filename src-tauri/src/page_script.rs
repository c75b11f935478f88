//! `injected/` as one script, for the page's webview alone.
//!
//! The order is that of `injected/files.txt`; what the script does is described there.

/// The page script's files, in order.
const PARTS: [(&str, &str); 27] = [
    ("natives.js", include_str!("../../injected/natives.js")),
    ("report.js", include_str!("../../injected/report.js")),
    ("sightings.js", include_str!("../../injected/sightings.js")),
    ("bridge.js", include_str!("../../injected/bridge.js")),
    ("patch.js", include_str!("../../injected/patch.js")),
    ("splice.js", include_str!("../../injected/splice.js")),
    ("snapshots.js", include_str!("../../injected/snapshots.js")),
    ("store.js", include_str!("../../injected/store.js")),
    ("extension.js", include_str!("../../injected/extension.js")),
    ("route.js", include_str!("../../injected/route.js")),
    ("activity.js", include_str!("../../injected/activity.js")),
    ("changes.js", include_str!("../../injected/changes.js")),
    ("check.js", include_str!("../../injected/check.js")),
    ("stream.js", include_str!("../../injected/stream.js")),
    ("network.js", include_str!("../../injected/network.js")),
    ("elements.js", include_str!("../../injected/elements.js")),
    ("progress.js", include_str!("../../injected/progress.js")),
    ("toasts.js", include_str!("../../injected/toasts.js")),
    ("overrides.js", include_str!("../../injected/overrides.js")),
    ("control.js", include_str!("../../injected/control.js")),
    ("prompt.js", include_str!("../../injected/prompt.js")),
    ("video_settings.js", include_str!("../../injected/video_settings.js")),
    ("act.js", include_str!("../../injected/act.js")),
    ("pictures.js", include_str!("../../injected/pictures.js")),
    ("health.js", include_str!("../../injected/health.js")),
    ("pick.js", include_str!("../../injected/pick.js")),
    ("main.js", include_str!("../../injected/main.js")),
];

/// What the page looks like, as data.
const SELECTORS: &str = include_str!("../../injected/selectors.json");

/// The page script for a page at `origin`, such as `https://grok.com`.
pub(crate) fn page_script(origin: &str) -> String {
    let origin = serde_json::Value::from(origin);
    let parts = PARTS.map(|(_, text)| text).join("\n");
    format!(
        "(() => {{\n\"use strict\";\n\
         const RETAKE_SELECTORS = {SELECTORS};\n\
         const RETAKE_ORIGIN = {origin};\n\
         {parts}\n}})();\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_those_of_files_txt_in_its_order() {
        let listed: Vec<_> = include_str!("../../injected/files.txt").lines().collect();
        let joined: Vec<_> = PARTS.iter().map(|(name, _)| *name).collect();
        assert_eq!(joined, listed);
    }

    #[test]
    fn the_selectors_are_json() {
        serde_json::from_str::<serde_json::Value>(SELECTORS).unwrap();
    }

    #[test]
    fn the_constants_come_before_the_parts_inside_one_function() {
        let script = page_script("http://127.0.0.1:4000");
        let places: Vec<_> = [
            "(() => {",
            "const RETAKE_SELECTORS = {",
            "const RETAKE_ORIGIN = \"http://127.0.0.1:4000\";",
            PARTS[0].1,
            PARTS[PARTS.len() - 1].1,
        ]
        .iter()
        .map(|part| script.find(part).expect(part))
        .collect();
        assert!(places.is_sorted(), "{places:?}");
        assert!(script.ends_with("})();\n"));
    }
}
