// Apart from the list itself, which the background need not carry.

/** The key of a tab's list in storage.session. */
export function listViewKey(tabId: number): string {
  return `view:${tabId}`;
}
