//! What a screen reader or a keyboard would stumble over, as axe-core finds it.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::app::App;
use crate::simulator;

impl App {
    /// Looks the sidebar over as it stands, and answers what is wrong: one line each, with the rule
    /// and the element.
    pub async fn violations(&self) -> Result<Vec<String>> {
        let path = simulator::folder().join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path)
            .with_context(|| format!("{}: run `npm ci` in its package", path.display()))?;
        let sidebar = self.in_sidebar().await?;
        let script = format!(
            "const done = arguments[arguments.length - 1];
             if (!window.axe) {{ {axe} }}
             window.axe.run(document, {{ resultTypes: ['violations'] }}).then(
               ({{ violations }}) => done(violations.flatMap(({{ id, help, nodes }}) =>
                 nodes.map(({{ html }}) => `${{id}}: ${{help}}: ${{html.slice(0, 200)}}`))),
               (error) => done([`axe itself failed: ${{error}}`]));"
        );
        let found = sidebar.execute_async(script, Vec::new()).await?.json().clone();
        let lines = found.as_array().context("axe answers with a list")?;
        Ok(lines.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }
}
