import { cp, readFile, writeFile } from 'node:fs/promises';
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
  const script = join(to, 'content-scripts/annotate.js');
  const text = await readFile(script, 'utf8');
  if (text.match(closed) === null) throw new Error(`${build}: no closed layer`);
  await writeFile(script, text.replaceAll(closed, 'mode:`open`'));
  return to;
}
