import { render } from 'preact';
import '../ui/theme.css';
import '../ui/page.css';
import './rules.css';
import { loadSettings } from '../ui/settings.ts';
import { RulesPage } from './rules.tsx';

const place = document.getElementById('page');
if (place !== null) render(<RulesPage first={await loadSettings()} />, place);
