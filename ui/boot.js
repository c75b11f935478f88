// Starts the sidebar. A file of its own, because the sidebar's policy allows no inline script.
import init from './retake-ui.js';

init({ module_or_path: 'retake-ui_bg.wasm' }).catch((error) => {
  const message = document.createElement('p');
  message.textContent = `The sidebar could not be started: ${error}. Close Retake and start it again.`;
  document.body.append(message);
});
