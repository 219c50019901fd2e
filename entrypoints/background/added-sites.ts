import { browser } from 'wxt/browser';
import { serial } from '../shared/storage/serial.ts';
import { loadSettings, patternsOf } from '../shared/settings/settings.ts';

/** The detector on the sites that the reader has added. */
const scriptId = 'added-sites';

/** Several changes come at once; each registration waits for the one before. */
const inOrder = serial();

/** The match patterns of the sites that were added and allowed. */
export async function allowedSites(): Promise<string[]> {
  const { sites } = await loadSettings();
  const allowed = await Promise.all(
    sites.map(async (site) =>
      (await browser.permissions.contains({ origins: patternsOf(site) })) ? patternsOf(site) : [],
    ),
  );
  return allowed.flat();
}

/** Lets the detector run on the sites that were added and allowed, and on no others. */
export function registerAddedSites(): Promise<void> {
  return inOrder(async () => {
    const matches = await allowedSites();
    const known = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    if (matches.length > 0)
      await browser.scripting.registerContentScripts([
        { id: scriptId, js: ['content-scripts/detect.js'], matches, runAt: 'document_start', allFrames: false },
      ]);
  });
}
