/** Mounts the page, then loads what it shows. */

import { createRoot } from 'react-dom/client';

import './style.css';
import { App } from './components/App.jsx';
import { openPage } from './page.js';

createRoot(document.getElementById('root')).render(<App />);
openPage();
