import { browser } from 'wxt/browser';
import { render } from 'preact';
import { ignoredEntry } from '../shared/findings/ignored-entry.ts';
import { followIgnored, setIgnored } from '../shared/findings/ignored.ts';
import type { Ignored } from '../shared/findings/ignored.ts';
import type { ListView } from '../shared/findings/list-view.ts';
import { plainView } from '../shared/findings/list-view.ts';
import type { CellAddress, FileEntry, Where } from '../shared/protocol/protocol.ts';
import { asChosen, defaultSettings, followSettings, languageFor } from '../shared/settings/settings.ts';
import { shownVerdicts } from '../shared/findings/verdict.ts';
import { isOfPage } from '../background/files/files.ts';
import { askToRead } from '../shared/files/fetch-bytes.ts';
import { keepScroll, loadListView, saveListView } from './keep-view.ts';
import { Popup } from './popup.tsx';
import { sidePanelOpener } from './side-panel.ts';
import { followTab } from './tab-data.ts';
import type { TabData } from './view.ts';
import { filesOf, popupView } from './view.ts';
import { askContents, tell, tellTab } from './tell.ts';

/** Where and for which tab the popup is shown. */
export interface ShownTab {
  readonly place: HTMLElement;
  readonly tabId: number;
  readonly url: string | undefined;
  /** Beside the page, where it stays while the reader goes on. */
  readonly side: boolean;
}

/** Shows what is known of a tab and follows it until the signal aborts. */
export async function showTab({ place, tabId, url, side }: ShownTab, signal: AbortSignal): Promise<void> {
  /** What the reader has chosen is in the page: the popup would stand above it, and the click that puts it away would fall on the page. */
  const leave = () => {
    if (!side) close();
  };
  const openFile = (documentId: string, at: { readonly finding?: string; readonly cell?: CellAddress } = {}) => {
    void tell({ kind: 'open-viewer', tabId, documentId, ...at }).then(leave);
  };
  const checkFiles = (documentIds: readonly string[]) =>
    void tell({ kind: 'check-files', tabId, documentIds: [...documentIds] });
  const fileActions = {
    checkFiles,
    openFile,
    cancelFiles: (documentIds: readonly string[]) =>
      void tell({ kind: 'cancel-files', tabId, documentIds: [...documentIds] }),
    allowFile: ({ documentId, url: address }: FileEntry) =>
      void askToRead(address).then((agreed) => {
        if (agreed) checkFiles([documentId]);
      }),
  };

  let list: ListView = await loadListView(tabId);
  let ignored: readonly Ignored[] = [];
  let settings = defaultSettings;
  let known: TabData | null = null;
  /** The background has done what the popup's opening asks for. */
  let settled = false;
  let focused: Element | null = null;
  const shortcut = (await browser.commands.getAll()).find(({ name }) => name === 'toggle-marks')?.shortcut ?? '';
  const openSide = side ? undefined : sidePanelOpener(tabId);

  const changeList = (change: Partial<ListView>) => {
    list = { ...list, ...change };
    void saveListView(tabId, list);
    draw();
  };

  /** Without the findings of rules that are off. */
  const withRules = (data: TabData): TabData => ({
    ...data,
    reports: data.reports && {
      ...data.reports,
      documents: data.reports.documents.map((each) => ({ ...each, report: asChosen(each.report, settings) })),
    },
  });

  const draw = () => {
    if (known === null || signal.aborted) return;
    const data = withRules(known);
    const view = popupView(data, settled);
    const rounding = view.kind === 'read' && view.rounding;
    const files = filesOf(data);
    const swaps = (documentId: string) =>
      files?.files.some((entry) => entry.documentId === documentId && isOfPage(entry)) === true && mayFrame(url);
    const find = (documentId: string, where: Where, finding: string) => {
      // A PDF has no marks in the browser's own viewer: ours shows the place.
      const inPlace =
        view.kind !== 'read' || (!view.pdf && (where !== 'embedded' || (view.marks && swaps(documentId))));
      if (inPlace) void tellTab(tabId, { kind: 'find', documentId, finding }).then(leave);
      else openFile(documentId, { finding });
    };
    const findCell = (documentId: string, where: Where, cell: CellAddress) => {
      if (view.kind === 'read' && !view.pdf && where !== 'embedded')
        void tellTab(tabId, { kind: 'find-cell', documentId, cell }).then(leave);
      else openFile(documentId, { cell });
    };
    render(
      <Popup
        view={view}
        files={files}
        documents={data.reports?.documents ?? []}
        fileActions={fileActions}
        side={side}
        local={/^file:/i.test(url ?? '')}
        shortcut={shortcut}
        listing={{
          language: languageFor(settings),
          ignored,
          view: list,
          onView: changeList,
          shown: shownVerdicts(rounding),
          onRestore: (report, finding) => void setIgnored(ignoredEntry(finding, report, Date.now()), false),
        }}
        openSide={openSide === undefined ? undefined : () => void openSide().then(leave)}
        check={() => void tell({ kind: 'opened', tabId })}
        switchMarks={(marks) => void tell({ kind: 'switched', tabId, marks })}
        switchRounding={(on) => void tell({ kind: 'switched', tabId, rounding: on })}
        switchCoverage={(coverage) => void tell({ kind: 'switched', tabId, coverage })}
        again={() => void tell({ kind: 'again', tabId })}
        openViewer={() => void tell({ kind: 'open-viewer', tabId }).then(leave)}
        find={find}
        findCell={findCell}
        contents={(documentId) => askContents(tabId, documentId)}
      />,
      place,
    );
    if (side) return;
    // The keyboard stays with us when what it was on gives way to something else.
    const first = place.querySelector<HTMLElement>('[data-first]');
    if (document.activeElement === document.body && focused?.isConnected !== true)
      first?.focus({ preventScroll: true });
    focused = document.activeElement === document.body ? null : document.activeElement;
  };

  await followSettings((changed) => {
    settings = changed;
    draw();
  }, signal);
  await followIgnored((changed) => {
    ignored = changed;
    draw();
  }, signal);
  // Beside the page nobody has clicked: a page is checked when it is asked for.
  if (!side)
    void tell({ kind: 'opened', tabId }).then(() => {
      settled = true;
      draw();
    });
  await followTab(
    tabId,
    (data) => {
      const isFirst = known === null;
      known = data;
      const navigationId = data.state?.navigationId ?? '';
      // Another page in the same tab is another list.
      if (navigationId !== '' && list.navigationId !== navigationId) list = { ...plainView, navigationId };
      draw();
      if (isFirst)
        keepScroll(
          list.scroll,
          (scroll) => {
            list = { ...list, scroll };
            void saveListView(tabId, list);
          },
          signal,
        );
    },
    signal,
  );
}

/** Our viewer may stand in pages of gov.cn only. */
function mayFrame(url: string | undefined): boolean {
  try {
    return url !== undefined && /(^|\.)gov\.cn$/i.test(new URL(url).hostname);
  } catch {
    return false;
  }
}
