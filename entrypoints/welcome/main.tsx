import { render } from 'preact';
import '../shared/views/theme.css';
import '../shared/views/page.css';
import './welcome.css';
import { loadSettings } from '../shared/settings/settings.ts';
import { Welcome } from './welcome.tsx';

const place = document.getElementById('page');
if (place !== null) render(<Welcome first={await loadSettings()} />, place);
