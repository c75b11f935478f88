// Starts the sidebar, again after a fault. A file of its own, because the sidebar's policy allows no inline
// script.
import init from './retake-ui.js';

// A program that started again and fails within this time, in ms, would do so for ever (spec W12).
const TRIED = 10_000;

const say = (text) => {
  const message = document.createElement('p');
  message.textContent = text;
  document.body.append(message);
};

// After a fault, the program shows what was and answers nothing more.
let hasFailed = false;
const startAgain = async (fault) => {
  if (hasFailed || !(fault instanceof WebAssembly.RuntimeError)) return;
  hasFailed = true;
  const report = { message: `${fault}\n${fault.stack}` };
  await window.__TAURI_INTERNALS__?.invoke('report_fault', report).catch(() => {});
  const [start] = performance.getEntriesByType('navigation');
  if (start?.type !== 'reload' || performance.now() > TRIED) location.reload();
  else say(`The sidebar has failed: ${fault}. Close Retake and start it again.`);
};
addEventListener('error', (event) => startAgain(event.error));
addEventListener('unhandledrejection', (event) => startAgain(event.reason));

init({ module_or_path: 'retake-ui_bg.wasm' }).catch((error) => {
  say(`The sidebar could not be started: ${error}. Close Retake and start it again.`);
});
