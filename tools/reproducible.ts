import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTool } from './run-tool.ts';

// `npm run reproducible`: builds each browser's package twice from nothing; every file must have the same bytes.

const output = join(import.meta.dirname, '..', '.output');

async function hashes(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(
      path.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  }
  return found;
}

let different = 0;
for (const browser of ['chrome', 'firefox']) {
  const folder = join(output, `${browser}-mv3`);
  const builds: Map<string, string>[] = [];
  for (let round = 0; round < 2; round += 1) {
    await rm(folder, { recursive: true, force: true });
    if ((await runTool('wxt', ['build', '-b', browser])) !== 0) process.exit(2);
    builds.push(await hashes(folder));
  }
  const [first, second] = builds;
  const names = [...new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])])].sort();
  const changed = names.filter((name) => first?.get(name) !== second?.get(name));
  different += changed.length;
  const whole = createHash('sha256')
    .update(names.map((name) => `${name} ${first?.get(name) ?? ''}\n`).join(''))
    .digest('hex');
  console.log(
    changed.length === 0
      ? `${browser}: ${names.length} files, the same bytes twice, sha256 ${whole}`
      : `${browser}: not the same: ${changed.join(', ')}`,
  );
}
process.exitCode = different === 0 ? 0 : 1;
