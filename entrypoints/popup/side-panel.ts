import { browser } from 'wxt/browser';

/** The page of the side panel: the popup's own. */
const page = 'popup.html?side';

/** Firefox has a sidebar for the whole window instead. */
interface WithSidebar {
  readonly sidebarAction?: { readonly open: () => Promise<void> };
}

/**
 * How to open the side panel of a tab's window, from a click.
 * @returns undefined if the browser has none
 */
export function sidePanelOpener(tabId: number): (() => Promise<void>) | undefined {
  const { sidebarAction } = browser as WithSidebar;
  if (sidebarAction !== undefined) return () => sidebarAction.open();
  // Absent before Chromium 114 and in its relatives without a side panel.
  if (!('sidePanel' in browser)) return undefined;
  return async () => {
    await browser.sidePanel.setOptions({ tabId, path: page, enabled: true });
    await browser.sidePanel.open({ tabId });
  };
}
