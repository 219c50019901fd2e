import { render } from 'preact';
import '../ui/theme.css';
import '../ui/page.css';
import './options.css';
import { loadSettings } from '../ui/settings.ts';
import { Options } from './options.tsx';

const place = document.getElementById('page');
if (place !== null) render(<Options first={await loadSettings()} />, place);
