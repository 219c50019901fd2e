import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../ui/theme.css';
import '../ui/card.css';
import '../ui/finding-list.css';
import './popup.css';
import type { Language } from '../ui/messages.ts';
import { words } from '../ui/messages.ts';
import type { FileEntry, Where } from '../ui/protocol.ts';
import { defaultSettings, followSettings, languageFor, speakLanguage } from '../ui/settings.ts';
import { askToRead } from '../viewer/fetch-bytes.ts';
import { exportReports } from './export-reports.ts';
import { Popup } from './popup.tsx';
import { followTab } from './tab-data.ts';
import type { TabData } from './view.ts';
import { filesOf, popupView } from './view.ts';
import { tell, tellTab } from './tell.ts';

/** What was chosen may change while the popup is open, here or in the settings. */
let settings = defaultSettings;
let draw: () => void = () => undefined;
await followSettings((changed) => {
  settings = changed;
  speakLanguage(document, languageFor(settings));
  document.title = words[languageFor(settings)].name;
  draw();
});
const place = document.getElementById('popup');
const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
const tabId = tab?.id;

if (place !== null && tabId !== undefined) {
  let focused: Element | null = null;
  const openFile = (documentId: string, finding?: string) => {
    void tell({ kind: 'open-viewer', tabId, documentId, ...(finding !== undefined && { finding }) }).then(() => close());
  };
  const checkFiles = (documentIds: readonly string[]) => void tell({ kind: 'check-files', tabId, documentIds: [...documentIds] });
  const fileActions = {
    checkFiles, openFile,
    cancelFiles: (documentIds: readonly string[]) => void tell({ kind: 'cancel-files', tabId, documentIds: [...documentIds] }),
    allowFile: ({ documentId, url }: FileEntry) => void askToRead(url).then((agreed) => {
      if (agreed) checkFiles([documentId]);
    }),
  };
  await tell({ kind: 'opened', tabId });
  const show = (data: TabData, language: Language) => {
    const view = popupView(data);
    const actions = {
      switchMarks: (marks: boolean) => void tell({ kind: 'switched', tabId, marks }),
      switchRounding: (rounding: boolean) => void tell({ kind: 'switched', tabId, rounding }),
      again: () => void tell({ kind: 'again', tabId }),
      openViewer: () => void tell({ kind: 'open-viewer', tabId }).then(() => close()),
      find: (documentId: string, where: Where, finding: string) => {
        // A PDF has no marks in the browser's own viewer: ours shows the place.
        const inPlace = view.kind !== 'read' || (!view.pdf && (where !== 'embedded' || (view.marks && mayFrame(tab?.url))));
        if (inPlace) void tellTab(tabId, { kind: 'find', documentId, finding });
        else openFile(documentId, finding);
      },
      exportJson: () => exportReports(data.reports?.documents ?? []),
    };
    render(
      <Popup view={view} files={filesOf(data)} documents={data.reports?.documents ?? []} fileActions={fileActions} language={language} {...actions} />,
      place,
    );
    // The keyboard stays with us when what it was on gives way to something else.
    const first = place.querySelector<HTMLElement>('[data-first]');
    if (document.activeElement === document.body && focused?.isConnected !== true) first?.focus();
    focused = document.activeElement === document.body ? null : document.activeElement;
  };
  await followTab(tabId, (data) => {
    draw = () => show(data, languageFor(settings));
    draw();
  });
}

/** Our viewer may stand in pages of gov.cn only. */
function mayFrame(url: string | undefined): boolean {
  try {
    return url !== undefined && /(^|\.)gov\.cn$/i.test(new URL(url).hostname);
  } catch {
    return false;
  }
}
