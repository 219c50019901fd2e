import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How the build says that no one looks into our layer in a page. */
const closed = /mode:([`"'])closed\1/g;

/**
 * Copies a build and opens our layer in it to whoever drives the browser: tests and pictures look at marks and cards, which in the build nobody can.
 * Nothing else differs.
 * @param build the built extension
 * @param to where the copy lies
 * @throws if the build has no closed layer
 */
export async function openBuild(build: string, to: string): Promise<string> {
  await cp(build, to, { recursive: true });
  // The script for pages, and the page with the sample, on which the same layer lies.
  const scripts = (await readdir(to, { recursive: true })).filter(
    (name) => name.endsWith('content-scripts/annotate.js') || /^chunks\/sample-[^/]+\.js$/.test(name),
  );
  for (const name of scripts) {
    const text = await readFile(join(to, name), 'utf8');
    if (text.match(closed) === null) throw new Error(`${build}: no closed layer in ${name}`);
    await writeFile(join(to, name), text.replaceAll(closed, 'mode:`open`'));
  }
  return to;
}
