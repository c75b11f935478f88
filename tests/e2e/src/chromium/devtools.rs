//! Chromium's own protocol for tools: commands to one webview or the browser, and what they tell.

use std::collections::VecDeque;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

/// How long an answer may take on any machine.
const MOST_SILENCE: Duration = Duration::from_mins(1);

/// One connection to the browser.
pub(super) struct Devtools {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    last_id: u64,
    /// What was told while an answer was awaited.
    told: VecDeque<Value>,
}

impl Devtools {
    /// Connects to the browser that listens on `port`.
    pub(super) async fn connect(port: u16) -> Result<Self> {
        let about = reqwest::get(format!("http://127.0.0.1:{port}/json/version")).await?;
        let about: Value = about.json().await?;
        let url = about["webSocketDebuggerUrl"].as_str().context("it names no address")?;
        let (socket, _) = tokio_tungstenite::connect_async(url).await?;
        Ok(Self { socket, last_id: 0, told: VecDeque::new() })
    }

    /// Sends a command, and waits for nothing. `session`: of a webview; empty: of the browser.
    pub(super) async fn send(&mut self, session: &str, method: &str, params: Value) -> Result<u64> {
        self.last_id += 1;
        let mut command = json!({ "id": self.last_id, "method": method, "params": params });
        if !session.is_empty() {
            command["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(command.to_string())).await?;
        Ok(self.last_id)
    }

    /// Sends a command, and waits for its answer.
    pub(super) async fn call(
        &mut self,
        session: &str,
        method: &str,
        params: Value,
    ) -> Result<Value> {
        // A webview that is gone answers nothing.
        let deadline = tokio::time::Instant::now() + MOST_SILENCE;
        let id = self.send(session, method, params).await?;
        loop {
            let mut message = tokio::time::timeout_at(deadline, self.read())
                .await
                .with_context(|| format!("{method}: no answer"))??;
            if message["id"] == json!(id) {
                ensure!(message["error"].is_null(), "{method}: {}", message["error"]);
                return Ok(message["result"].take());
            }
            self.told.push_back(message);
        }
    }

    /// What is reported next. Nothing is lost where this is given up.
    pub(super) async fn next(&mut self) -> Result<Value> {
        match self.told.pop_front() {
            Some(told) => Ok(told),
            None => self.read().await,
        }
    }

    async fn read(&mut self) -> Result<Value> {
        loop {
            match self.socket.next().await {
                Some(Ok(Message::Text(text))) => return Ok(serde_json::from_str(&text)?),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error.into()),
                None => bail!("the browser has closed the connection"),
            }
        }
    }
}
