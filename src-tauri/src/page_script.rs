//! `injected/` as one script, for the page's webview alone.
//!
//! The build script lists its parts from `injected/files.txt`; what each does is described in
//! `injected/README.md`.

/// The page script's files, in order.
const PARTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/page_script_parts.rs"));

/// What the page looks like, as data.
const SELECTORS: &str = include_str!("../../injected/selectors.json");

/// The page script for a page at `origin`, such as `https://grok.com`.
pub(crate) fn page_script(origin: &str) -> String {
    let origin = serde_json::Value::from(origin);
    let parts: Vec<_> = PARTS.iter().map(|(_, text)| *text).collect();
    let parts = parts.join("\n");
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
