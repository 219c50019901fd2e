import { render } from 'preact';
import '../shared/views/theme.css';
import '../shared/views/page.css';
import './rules.css';
import { loadSettings } from '../shared/settings/settings.ts';
import { RulesPage } from './rules.tsx';

const place = document.getElementById('page');
if (place !== null) render(<RulesPage first={await loadSettings()} />, place);
