import { render } from 'preact';
import '../shared/views/theme.css';
import '../shared/views/page.css';
import './options.css';
import { loadSettings } from '../shared/settings/settings.ts';
import { Options } from './options.tsx';

const place = document.getElementById('page');
if (place !== null) render(<Options first={await loadSettings()} />, place);
