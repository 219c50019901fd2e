import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../shared/views/theme.css';
import '../shared/views/card.css';
import '../shared/views/finding-list.css';
import './popup.css';
import { words } from '../shared/locale/messages.ts';
import { followSettings, languageFor, speakLanguage } from '../shared/settings/settings.ts';
import { showTab } from './show-tab.tsx';

/** The same page serves beside the tabs (see wxt.config.ts). */
const side = location.search === '?side';
document.documentElement.classList.toggle('side', side);
const place = document.getElementById('popup');
let shown = new AbortController();

/** Shows the tab in front, in place of the one before. */
async function showFront(): Promise<void> {
  shown.abort();
  shown = new AbortController();
  const { signal } = shown;
  const [tab] = await browser.tabs.query(
    side ? { active: true, currentWindow: true } : { active: true, lastFocusedWindow: true },
  );
  if (place === null || tab?.id === undefined || signal.aborted) return;
  render(null, place);
  await showTab({ place, tabId: tab.id, url: tab.url, side }, signal);
}

// What was chosen may change while the popup is open, here or in the settings.
await followSettings((settings) => {
  speakLanguage(document, languageFor(settings));
  document.title = words[languageFor(settings)].name;
});
if (side) browser.tabs.onActivated.addListener(() => void showFront());
await showFront();
