import { expect, it } from 'vitest';
import { runInSlices } from '../../../../entrypoints/shared/page/slices.ts';

function* busy(steps: number, each: number): Generator<number, string> {
  for (let step = 0; step < steps; step++) {
    const end = performance.now() + each;
    while (performance.now() < end);
    yield step;
  }
  return 'done';
}

it('gives way between slices and returns the result', async () => {
  const seen: number[] = [];
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  }, 0);
  expect(await runInSlices(busy(12, 5), new AbortController().signal, (step) => seen.push(step))).toBe('done');
  clearInterval(timer);
  expect(seen.length).toBeGreaterThan(3);
  expect(others).toBeGreaterThan(0);
});

it('stops when it is no longer wanted', async () => {
  const control = new AbortController();
  const work = runInSlices(busy(1000, 5), control.signal, () => control.abort());
  await expect(work).rejects.toThrow();
});
