/** Mounts the newer page, then loads what it shows. */

import { createRoot } from 'react-dom/client';

import './style.css';
import { sayCodec } from '../codec.js';
import { App } from './components/App.jsx';
import { openPage } from './page.js';

sayCodec();
const portal = document.createElement('div');
portal.id = 'dialog-portal';
document.body.append(portal);
createRoot(document.getElementById('root')).render(<App />);
openPage();
