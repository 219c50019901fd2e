import { render } from 'preact';
import '../ui/theme.css';
import '../ui/page.css';
import './welcome.css';
import { loadSettings } from '../ui/settings.ts';
import { Welcome } from './welcome.tsx';

const place = document.getElementById('page');
if (place !== null) render(<Welcome first={await loadSettings()} />, place);
