import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// Runs the shared cases (minimal inputs with their right answers). A false alarm fails; so do more misses than are known.

/** Contradictions in the cases that are not told yet; lower it with each that is. */
const knownMisses = 0;

const root = join(import.meta.dirname, '..');
const script = join(root, '../shared/tools/cases.mjs');

function main(): number {
  if (!existsSync(script)) {
    console.log('cases: ../shared is not there, nothing to measure');
    return 0;
  }
  const { stdout, stderr } = spawnSync(process.execPath, [script, root, ...process.argv.slice(2)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  console.log(stdout.trim());
  const totals = /missed contradictions (\d+), false alarms (\d+)\s*$/.exec(stdout);
  if (!totals) {
    console.error(stderr);
    return 1;
  }
  const [missed, falseAlarms] = [Number(totals[1]), Number(totals[2])];
  if (missed > knownMisses) console.error(`${missed} contradictions missed; ${knownMisses} are known.`);
  return missed > knownMisses || falseAlarms > 0 ? 1 : 0;
}

process.exitCode = main();
