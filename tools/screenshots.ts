import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openExtensionBrowser } from './extension-browser.ts';
import { runTool } from './run-tool.ts';
import { Camera, type View } from './screenshots/camera.ts';
import { shots, otherFiles } from './screenshots/shots.ts';

// npm run screenshots [-- --built] [WORD…]: pictures of the real product in .output/screenshots/, of those shots whose name holds one of the words.

const root = join(import.meta.dirname, '..');
const folder = join(root, '.output/screenshots');

async function main(): Promise<void> {
  const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const wanted = shots.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (!process.argv.includes('--built') && (await runTool('wxt', ['build', '-b', 'chrome'])) !== 0)
    throw new Error('构建失败。 The build failed.');
  if (words.length === 0) await rm(folder, { recursive: true, force: true });
  const browser = await openExtensionBrowser({
    extension: join(root, '.output/chrome-mv3'),
    openLayer: true,
    folders: { '/': join(root, 'test/samples') },
    handler: otherFiles,
  });
  let taken = 0;
  const camera = new Camera(browser, async ({ name, screenshot }: View) => {
    const path = join(folder, `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await screenshot());
    taken += 1;
  });
  let missed = 0;
  try {
    for (const { name, take } of wanted) {
      // One shot that fails does not cost the others.
      await take(camera).catch((error: unknown) => {
        missed += 1;
        console.error(`✕ ${name}: ${error instanceof Error ? error.message : String(error)}`);
      });
      for (const page of browser.context.pages()) if (!page.url().startsWith('about:')) await page.close();
    }
  } finally {
    await browser.close();
  }
  console.log(`${taken} 张截图在 .output/screenshots/ 里。 ${taken} pictures are in .output/screenshots/.`);
  if (missed > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
