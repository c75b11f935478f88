//! Signing in at another host, staying signed in, signing out; what a browser has above its page; and
//! what the page may have of the machine (spec O2–O6).

use std::process::Command;

use anyhow::{Context, Result};
use retake_e2e::app::run_script;
use retake_e2e::page::image_id;
use retake_e2e::wait::until_equal;
use retake_e2e::{Simulator, Stage, until, window};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;
use thirtyfour::prelude::*;

/// Has the app know `other` as a host to sign in at, and the page sign in there. The other host is
/// `localhost`: `127.0.0.1` would share its cookies with the page.
pub(crate) async fn signs_in_at(stage: &mut Stage, other: &Simulator, by: &str) -> Result<String> {
    let at = other.url.replace("127.0.0.1", "localhost");
    stage.launch.sign_in_urls = vec![at.clone()];
    stage.restart().await?;
    stage.simulator.options(json!({ "sign_in_at": at, "sign_in_by": by })).await?;
    Ok(at)
}

pub(crate) async fn page_has(stage: &Stage, id: &str) -> Result<()> {
    let look = format!("return document.getElementById('{id}') !== null;");
    until_equal(&format!("the page has #{id}"), &json!(true), async || {
        Ok(stage.app().page_script(&look).await?["value"].clone())
    })
    .await
}

pub(crate) async fn press_in_page(stage: &Stage, id: &str) -> Result<()> {
    let page = stage.app().in_page().await?;
    until(&format!("#{id} is pressed"), async || {
        page.find(By::Id(id)).await?.click().await?;
        Ok(Some(()))
    })
    .await
}

/// The titles of the windows on the screen that have `text` in them.
pub(crate) fn titles_with(text: &str) -> Result<Vec<String>> {
    let mut search = Command::new("xdotool");
    search.args(["search", "--name", text, "getwindowname", "%@"]);
    let found = search.output().context("xdotool is part of the set-up")?;
    let titles = String::from_utf8_lossy(&found.stdout);
    Ok(titles.lines().map(str::to_owned).collect())
}

pub(crate) async fn title_is(text: &str) -> Result<()> {
    until(&format!("a window is called {text:?}"), async || {
        Ok((!titles_with(text)?.is_empty()).then_some(()))
    })
    .await
}

/// Presses the button of the sign-in page in the window that has opened, and waits until it is gone.
async fn sign_in_in_the_window(stage: &Stage) -> Result<()> {
    let app = stage.app();
    press_in_page(stage, "sign-in").await?;
    let window = window_to_sign_in(stage).await?;
    title_is("localhost – sign in").await?;
    app.driver.switch_to_window(window.clone()).await?;
    until("the sign-in page is there", async || {
        Ok(app.driver.find(By::Id("continue")).await.ok().map(drop))
    })
    .await?;
    let reached = run_script(
        &app.driver,
        "return [window[Symbol.for('retake.observer')] === undefined, Boolean(window.opener)];",
        Vec::new(),
    )
    .await?;
    assert_eq!(
        reached,
        json!([true, true]),
        "no observer there, and the page that opened it is known"
    );
    calls_in_vain(&app.driver).await?;
    app.driver.find(By::Id("continue")).await?.click().await?;
    until("the window to sign in is gone", async || {
        Ok((!app.driver.windows().await?.contains(&window)).then_some(()))
    })
    .await
}

/// Has the document chosen last call a command; whether it was carried out, as far as it hears. A window
/// that the page opened and a frame hear nothing: answers are evaluated in the page.
async fn hears_of_success(driver: &WebDriver, command: &str) -> Result<bool> {
    let ask = "const done = arguments[arguments.length - 1];
        const { invoke } = window.__TAURI_INTERNALS__ ?? {};
        if (!invoke) return done('nobody to ask');
        setTimeout(() => done('no answer'), 500);
        const signal = { type: 'problem', piece: 'stranger', message: 'not the page' };
        invoke(arguments[0], { signal, mediaId: null }).then(() => done('done'), () => done('refused'));";
    let answer = driver.execute_async(ask, vec![json!(command)]).await?;
    Ok(answer.json() == "done")
}

/// Has the document chosen last call what it may not.
async fn calls_in_vain(driver: &WebDriver) -> Result<()> {
    for command in ["observer_signal", "stop_session", "forget_history"] {
        assert!(!hears_of_success(driver, command).await?, "{command} from beside the page");
    }
    Ok(())
}

/// That nothing of what was called without success was carried out, whoever was told.
async fn nothing_was_carried_out(stage: &Stage) -> Result<()> {
    let app = stage.app();
    app.unfold("diagnostics").await?;
    let told = app.text("diagnostics").await?;
    assert!(!told.contains("stranger"), "{told}");
    let kept = app.all("image-card", "data-media-id").await?;
    assert_eq!(kept, [image_id(1)], "the history was forgotten");
    Ok(())
}

#[tokio::test]
async fn signing_in_by_a_window_lasts_over_a_restart_until_the_user_signs_out() -> Result<()> {
    Stage::play("signing_in_by_a_window", async |stage| {
        let other = Simulator::start()?;
        signs_in_at(stage, &other, "window").await?;
        stage.start_session(1, "slow pan across a mountain lake").await?;
        stage.app().reads("status", "Success").await?;
        sign_in_in_the_window(stage).await?;
        page_has(stage, "signed-in").await?;
        nothing_was_carried_out(stage).await?;
        // The window ended on the page's own site, where the page script runs as well: nobody hears of it.
        stage.app().reads("image-id", &image_id(1)).await?;

        stage.restart().await?;
        page_has(stage, "signed-in").await?;

        let app = stage.app();
        app.unfold("settings").await?;
        app.click("sign-out").await?;
        app.click("sign-out-confirm").await?;
        page_has(stage, "sign-in").await
    })
    .await
}

#[tokio::test]
async fn a_window_that_nobody_closes_is_closed_when_signing_in_is_done() -> Result<()> {
    Stage::play("a_window_that_nobody_closes", async |stage| {
        let other = Simulator::start()?;
        signs_in_at(stage, &other, "stays").await?;
        sign_in_in_the_window(stage).await?;
        page_has(stage, "signed-in").await
    })
    .await
}

/// The window beside the two webviews.
pub(crate) async fn window_to_sign_in(stage: &Stage) -> Result<WindowHandle> {
    let app = stage.app();
    let known = app.webviews();
    until("a window to sign in is there", async || {
        let all = app.driver.windows().await?;
        Ok(all.into_iter().find(|handle| !known.contains(handle)))
    })
    .await
}

/// Waits until a script says yes to the window chosen last.
pub(crate) async fn sees(stage: &Stage, what: &str, script: &str) -> Result<()> {
    until(what, async || {
        let answer = run_script(&stage.app().driver, script, Vec::new()).await?;
        Ok(answer.as_bool().filter(|yes| *yes).map(drop))
    })
    .await
}

/// The address that the sidebar shows while the page is at its own `path`.
fn own_address(stage: &Stage, path: &str) -> String {
    format!("{}{path}", stage.simulator.url.trim_start_matches("http://"))
}

/// The page leaves by a url that is good for one time, and keeps what it left with in its own storage:
/// neither is lost by the window.
#[tokio::test]
async fn a_page_that_goes_to_sign_in_stays_and_a_window_opens_instead() -> Result<()> {
    Stage::play("a_page_that_goes_to_sign_in", async |stage| {
        let other = Simulator::start()?;
        signs_in_at(stage, &other, "page").await?;
        stage.start_session(1, "slow pan across a mountain lake").await?;
        stage.app().reads("status", "Success").await?;
        press_in_page(stage, "sign-in").await?;
        let window = window_to_sign_in(stage).await?;
        title_is("localhost – sign in").await?;
        let app = stage.app();
        page_has(stage, "sign-in").await?;
        let address = app.text("address").await?;
        assert!(address.starts_with(&own_address(stage, "/imagine/post/")), "{address}");
        app.driver.switch_to_window(window.clone()).await?;
        let is_there = "return Boolean(document.getElementById('continue')) && !window.isOld;";
        sees(stage, "the sign-in page is there", is_there).await?;
        run_script(&app.driver, "window.isOld = true;", Vec::new()).await?;
        press_in_page(stage, "sign-in").await?;
        app.driver.switch_to_window(window.clone()).await?;
        sees(stage, "the same window shows it again", is_there).await?;
        calls_in_vain(&app.driver).await?;
        app.driver.find(By::Id("continue")).await?.click().await?;
        page_has(stage, "signed-in").await?;
        app.reads("address", &own_address(stage, "/imagine")).await?;
        until("the window to sign in is gone", async || {
            Ok((!app.driver.windows().await?.contains(&window)).then_some(()))
        })
        .await?;
        nothing_was_carried_out(stage).await?;
        let opened = titles_with("sign in")?;
        assert_eq!(opened, Vec::<String>::new(), "both presses got one window");
        Ok(())
    })
    .await
}

/// As where Grok's server sends everybody away who is not signed in: there is no page that could stay.
#[tokio::test]
async fn a_page_that_is_not_had_without_signing_in_says_so_and_opens_the_window_again() -> Result<()>
{
    Stage::play("a_page_that_is_not_had", async |stage| {
        let other = Simulator::start()?;
        signs_in_at(stage, &other, "server").await?;
        stage.restart().await?;
        page_has(stage, "retry").await?;
        let window = window_to_sign_in(stage).await?;
        let driver = &stage.app().driver;
        driver.switch_to_window(window.clone()).await?;
        let is_there = "return Boolean(document.getElementById('continue')) && !window.isOld;";
        sees(stage, "the sign-in page is there", is_there).await?;
        run_script(driver, "window.isOld = true;", Vec::new()).await?;
        press_in_page(stage, "retry").await?;
        driver.switch_to_window(window).await?;
        sees(stage, "the window shows it again", is_there).await?;
        driver.find(By::Id("continue")).await?.click().await?;
        page_has(stage, "signed-in").await
    })
    .await
}

/// Three windows are open, so there is none left for a page that leaves: it goes to sign in itself.
#[tokio::test]
async fn a_page_that_gets_no_window_goes_to_sign_in_itself_and_says_whose_page_it_is() -> Result<()>
{
    Stage::play("a_page_that_gets_no_window", async |stage| {
        let other = Simulator::start()?;
        let at = signs_in_at(stage, &other, "page").await?;
        page_has(stage, "sign-in").await?;
        open_windows(stage, &at, 3).await?;
        assert_eq!(titles_with("sign in")?.len(), 3);
        press_in_page(stage, "sign-in").await?;
        let host = at.trim_start_matches("http://");
        stage.app().reads("address", &format!("{host}/sign-in")).await?;
        title_is("localhost:[0-9]* – sign in").await?;
        nothing_is_asked_of_the_other_host(stage).await?;
        press_in_page(stage, "continue").await?;
        page_has(stage, "signed-in").await?;
        stage.app().reads("address", &own_address(stage, "/imagine")).await
    })
    .await
}

/// The other host's page, in the page's webview, gives itself out as the page script without success.
async fn nothing_is_asked_of_the_other_host(stage: &Stage) -> Result<()> {
    let app = stage.app();
    let pretend = "window.asked = [];
        const anything = { get: (_, name) => () => void window.asked.push(String(name)) };
        window[Symbol.for('retake.observer')] = new Proxy({}, anything);
        return 1;";
    app.page_script(pretend).await?;
    // Health asks the page what is found on it.
    app.unfold("diagnostics").await?;
    until("health has asked without success", async || {
        let said = app.sidebar_script("return document.body.textContent;").await?;
        Ok(said.as_str().is_some_and(|said| said.contains("didn't answer")).then_some(()))
    })
    .await?;
    let asked = app.page_script("return window.asked;").await?["value"].clone();
    assert_eq!(asked, json!([]));
    Ok(())
}

/// Presses a button in the page `times` times that opens a window to sign in; answers how many opened.
pub(crate) async fn open_windows(stage: &Stage, at: &str, times: u32) -> Result<Value> {
    let back = "back=http%3A%2F%2F127.0.0.1%2F";
    // Each press of the user's opens one: without a press the webview opens none by itself.
    let button = format!(
        "const button = document.createElement('button');
         button.id = 'opener';
         button.textContent = 'open';
         button.style = 'position: fixed; inset: auto auto 80px 80px; z-index: 99';
         window.opened = 0;
         button.onclick = () => {{
           window.opened += window.open('{at}/sign-in?{back}', `w${{Math.random()}}`) ? 1 : 0;
         }};
         document.body.append(button);
         return 1;"
    );
    stage.app().page_script(&button).await?;
    for _ in 0..times {
        press_in_page(stage, "opener").await?;
    }
    Ok(stage.app().page_script("return window.opened;").await?["value"].clone())
}

/// As where one signs in with an account elsewhere.
#[tokio::test]
async fn a_window_to_sign_in_opens_another_at_such_a_host_and_none_elsewhere() -> Result<()> {
    Stage::play("a_window_to_sign_in_opens_another", async |stage| {
        let (other, stranger) = (Simulator::start()?, Simulator::start()?);
        let at = signs_in_at(stage, &other, "page").await?;
        press_in_page(stage, "sign-in").await?;
        let window = window_to_sign_in(stage).await?;
        let driver = &stage.app().driver;
        driver.switch_to_window(window).await?;
        let is_there = "return document.getElementById('continue') !== null;";
        sees(stage, "the sign-in page is there", is_there).await?;
        let elsewhere = stranger.url.replace("127.0.0.1", "localhost");
        let back = "back=http%3A%2F%2F127.0.0.1%2F";
        let buttons = format!(
            "for (const [id, at] of [['strange', '{elsewhere}'], ['known', '{at}']]) {{
               const button = document.createElement('button');
               button.id = button.textContent = id;
               button.onclick = () => (window[id] = window.open(`${{at}}/sign-in?{back}`, id) !== null);
               document.body.append(button);
             }}"
        );
        run_script(driver, &buttons, Vec::new()).await?;
        for id in ["strange", "known"] {
            driver.find(By::Id(id)).await?.click().await?;
        }
        let opened = run_script(driver, "return [strange, known];", Vec::new()).await?;
        assert_eq!(opened, json!([false, true]));
        until_equal("both are called after their host", &2, async || {
            Ok(titles_with("localhost – sign in")?.len())
        })
        .await
    })
    .await
}

#[tokio::test]
async fn the_page_opens_three_windows_to_sign_in_and_no_more() -> Result<()> {
    Stage::play("three_windows_to_sign_in", async |stage| {
        let other = Simulator::start()?;
        let at = signs_in_at(stage, &other, "window").await?;
        page_has(stage, "sign-in").await?;
        assert_eq!(open_windows(stage, &at, 6).await?, json!(3));
        assert_eq!(titles_with("sign in")?.len(), 3);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_host_that_is_not_known_opens_no_window_and_takes_no_page() -> Result<()> {
    Stage::play("a_host_that_is_not_known", async |stage| {
        let other = Simulator::start()?;
        let at = other.url.replace("127.0.0.1", "localhost");
        stage.simulator.options(json!({ "sign_in_at": at })).await?;
        let before = stage.app().driver.windows().await?.len();
        press_in_page(stage, "sign-in").await?;
        // Whatever the press led to has happened when the page answers again.
        page_has(stage, "sign-in").await?;
        assert_eq!(stage.app().driver.windows().await?.len(), before);
        assert_eq!(titles_with("sign in")?, Vec::<String>::new());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_frame_of_another_origin_reaches_nothing() -> Result<()> {
    Stage::play("a_frame_of_another_origin", async |stage| {
        let other = Simulator::start()?;
        let at = signs_in_at(stage, &other, "window").await?;
        // Its own address to go back to, so that the sign-in page opens at all.
        let source = format!("{at}/sign-in?back=http%3A%2F%2F127.0.0.1%2F");
        stage.simulator.options(json!({ "frame": source })).await?;
        stage.start_session(1, "slow pan across a mountain lake").await?;
        stage.app().reads("status", "Success").await?;
        page_has(stage, "stranger").await?;
        let page = stage.app().in_page().await?;
        let frame = page.find(By::Id("stranger")).await?;
        frame.enter_frame().await?;
        until("the frame shows the other host's page", async || {
            Ok(page.find(By::Id("continue")).await.ok().map(drop))
        })
        .await?;
        let observer = "return window[Symbol.for('retake.observer')] === undefined;";
        let observer = run_script(page, observer, Vec::new()).await?;
        assert_eq!(observer, json!(true), "the page script is not in it");
        calls_in_vain(page).await?;
        page.enter_default_frame().await?;
        nothing_was_carried_out(stage).await?;
        stage.start_session(2, "slow pan across a mountain lake").await?;
        stage.app().reads("status", "Success").await
    })
    .await
}

#[tokio::test]
async fn the_page_goes_back_forward_home_and_is_searched_and_scaled_from_the_sidebar() -> Result<()>
{
    Stage::play("the_page_goes_back", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        app.reads("image-id", &image_id(1)).await?;
        let home = stage.simulator.url.trim_start_matches("http://").to_owned();
        let post = format!("{home}/imagine/post/{}", image_id(1));
        app.reads("address", &post).await?;
        for (button, address) in [
            ("page-back", format!("{home}/imagine")),
            ("page-forward", post.clone()),
            ("page-home", format!("{home}/imagine")),
        ] {
            app.click(button).await?;
            app.reads("address", &address).await?;
        }

        app.click("page-tools").await?;
        app.fill("find", "dunes").await?;
        app.click("find-next").await?;
        until_equal("the text is selected", &json!("dunes"), async || {
            let selected = "return String(getSelection()).toLowerCase();";
            Ok(app.page_script(selected).await?["value"].clone())
        })
        .await?;
        let width = "return innerWidth;";
        let before = app.page_script(width).await?["value"].as_f64().context("no width")?;
        app.click("zoom-in").await?;
        app.reads("zoom", "110%").await?;
        until("the page is larger", async || {
            let now = app.page_script(width).await?["value"].as_f64().context("no width")?;
            Ok((now < before * 0.95).then_some(()))
        })
        .await?;
        // The keys of a browser do the same, in the page and in the sidebar (spec W6), also while the
        // buttons are hidden.
        window::press_in_page(&[window::CONTROL, window::ZERO])?;
        app.reads("zoom", "100%").await?;
        app.click("page-tools").await?;
        app.press_with_control('+').await?;
        until("the page is larger again", async || {
            let now = app.page_script(width).await?["value"].as_f64().context("no width")?;
            Ok((now < before * 0.95).then_some(()))
        })
        .await?;
        stage.restart().await?;
        let app = stage.app();
        app.click("page-tools").await?;
        app.reads("zoom", "110%").await
    })
    .await
}

/// The location stands for all: this machine has no camera, and `WebKit` asks for notifications at a
/// gesture alone. 1 is the page's word for "denied", any other says that it was asked for.
#[tokio::test]
async fn what_the_page_asks_of_the_machine_is_denied_until_the_user_allows_it() -> Result<()> {
    let location = "return new Promise((resolve) => navigator.geolocation.getCurrentPosition(
          () => resolve(0), (error) => resolve(error.code), { timeout: 1000 }));";
    Stage::play("what_the_page_asks_of_the_machine", async |stage| {
        let app = stage.app();
        app.open_image(1).await?;
        assert_eq!(app.page_script(location).await?["value"], json!(1), "denied at first");
        let microphone = "return navigator.mediaDevices.getUserMedia({ audio: true })
            .then(() => 'granted', (error) => error.name);";
        assert_ne!(app.page_script(microphone).await?["value"], json!("granted"));
        app.unfold("settings").await?;
        app.turn_switch("setting-allow_location").await?;
        app.click("page-reload").await?;
        until("the location is no longer denied", async || {
            let code = app.page_script(location).await?["value"].as_u64();
            Ok(code.filter(|code| *code != 1))
        })
        .await
        .map(drop)
    })
    .await
}

#[tokio::test]
async fn the_page_sees_the_browser_that_the_settings_name() -> Result<()> {
    Stage::play("the_page_sees_the_browser", async |stage| {
        let agent = "return navigator.userAgent;";
        let own: Value = stage.app().page_script(agent).await?["value"].clone();
        assert!(own.as_str().is_some_and(|own| own.contains("AppleWebKit")), "{own}");
        stage.launch.settings.push("user_agent=Retake of a test".to_owned());
        stage.restart().await?;
        let set = stage.app().page_script(agent).await?["value"].clone();
        assert_eq!(set, json!("Retake of a test"));
        Ok(())
    })
    .await
}
