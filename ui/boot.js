// Starts the sidebar or the library, again after a fault. A file of its own, because their policy allows no
// inline script.
import init from './retake-ui.js';

// A program that started again and fails within this time, in ms, would do so for ever (spec W12).
const TRIED = 10_000;

const part = (name, className, text = '') => {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
};

// In the place of everything, since nothing of it works. In English: the other languages are the program's.
const say = (text) => {
  const again = part('button', 'button button-main', 'Start again');
  again.addEventListener('click', () => location.reload());
  const head = part('section', 'head');
  head.append(part('p', '', text), again);
  const main = part('main', 'sidebar');
  main.append(head);
  document.body.replaceChildren(main);
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
  else say('This part of Retake has failed twice; the log says why. A session that runs goes on.');
};
addEventListener('error', (event) => startAgain(event.error));
addEventListener('unhandledrejection', (event) => startAgain(event.reason));

init({ module_or_path: 'retake-ui_bg.wasm' }).catch((error) => {
  say(`This part of Retake could not be started: ${error}.`);
});
