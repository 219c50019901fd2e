import { parseArgs } from 'node:util';
import { runTool } from './run-tool.ts';

// Feeds random and hostile input to everything that reads: `npm run fuzz -- --minutes=10 --seed=7`. Without minutes as long as in `npm test`.

const { values } = parseArgs({ options: { minutes: { type: 'string' }, seed: { type: 'string' } } });
for (const value of [values.minutes, values.seed]) {
  if (value !== undefined && !/^\d+$/.test(value)) {
    console.error('用法 usage: npm run fuzz -- [--minutes=N] [--seed=S]');
    process.exit(2);
  }
}
const minutes = Number(values.minutes ?? 0);
const seed = values.seed ?? (minutes > 0 ? String(Date.now() % 2 ** 31) : undefined);
if (seed !== undefined) {
  console.log(`seed ${seed}`);
  process.env.TIEOUT_FUZZ_SEED = seed;
}
process.env.TIEOUT_FUZZ_MINUTES = String(minutes);
process.exitCode = await runTool('vitest', ['run', '--project', 'fuzz']);
