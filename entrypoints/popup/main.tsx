import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../ui/theme.css';
import '../ui/card.css';
import '../ui/finding-list.css';
import './popup.css';
import { languageOf, words } from '../ui/messages.ts';
import type { Where } from '../ui/protocol.ts';
import { exportReports } from './export-reports.ts';
import { Popup } from './popup.tsx';
import { followTab } from './tab-data.ts';
import { popupView } from './view.ts';
import { tell, tellTab } from './tell.ts';

const language = languageOf(browser.i18n.getUILanguage());
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = words[language].name;
const place = document.getElementById('popup');
const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
const tabId = tab?.id;

if (place !== null && tabId !== undefined) {
  let focused = false;
  await tell({ kind: 'opened', tabId });
  await followTab(tabId, (data) => {
    const view = popupView(data);
    const actions = {
      switchMarks: (marks: boolean) => void tell({ kind: 'switched', tabId, marks }),
      switchRounding: (rounding: boolean) => void tell({ kind: 'switched', tabId, rounding }),
      again: () => void tell({ kind: 'again', tabId }),
      openViewer: () => void tell({ kind: 'open-viewer', tabId }).then(() => close()),
      find: (documentId: string, _where: Where, finding: string) => void tellTab(tabId, { kind: 'find', documentId, finding }),
      exportJson: () => exportReports(data.reports?.documents ?? []),
    };
    render(<Popup view={view} language={language} {...actions} />, place);
    const first = place.querySelector<HTMLElement>('[data-first]');
    if (!focused && first) {
      first.focus();
      focused = true;
    }
  });
}
