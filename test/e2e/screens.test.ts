import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Camera, type View } from '../../tools/screenshots/camera.ts';
import { otherFiles, shots } from '../../tools/screenshots/shots.ts';
import { layer, sampleBar, violations, viewerParts } from './axe.ts';
import { openHarness, type ExtensionBrowser } from './harness.ts';
import { outOfSight } from './out-of-sight.ts';

// Every state that is photographed for people to look at (`npm run screenshots`), checked for what a machine can see: in both schemes, wide and
// narrow, in either language. Fonts differ between machines, so the pictures themselves are not compared.

const pictures = join(import.meta.dirname, '../../.output/test/screens');

/** What of a view is ours: for axe, and for the eye. */
function ours(name: string): { axe: string; eye: string } {
  if (/^(english\/)?page\//.test(name)) return { axe: layer, eye: `${layer}.shadowRoot` };
  if (name.startsWith('sample')) return { axe: sampleBar, eye: `document.querySelector(${sampleBar})` };
  return { axe: name.includes('viewer/') ? viewerParts : 'document', eye: 'document' };
}

let browser: ExtensionBrowser;
beforeAll(async () => {
  browser = await openHarness({ handler: otherFiles });
});
afterAll(() => browser.close());
afterEach(async () => {
  for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

describe('nothing is lost to the eye', () => {
  it.each(shots)('$name', async ({ take }) => {
    const faults: string[] = [];
    const look = async ({ name, evaluate, screenshot }: View): Promise<void> => {
      const { axe, eye } = ours(name);
      const found = [
        ...z.array(z.string()).parse(await evaluate(outOfSight(eye))),
        ...(await violations(evaluate, axe)),
      ];
      faults.push(...found.map((fault) => `${name}: ${fault}`));
      if (found.length === 0) return;
      const path = join(pictures, `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await screenshot());
    };
    await take(new Camera(browser, look));
    expect(faults).toEqual([]);
  });
});
