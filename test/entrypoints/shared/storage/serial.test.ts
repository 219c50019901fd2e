import { expect, test } from 'vitest';
import { serial, serialByKey } from '../../../../entrypoints/shared/storage/serial.ts';

/** A task that ends when it is told to, and notes when it began and ended. */
function slowTask(name: string, log: string[]) {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const task = async () => {
    log.push(`${name} begins`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { task, finish: () => finish() };
}

/** Lets everything run that is ready to. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a task begins when the one before it has ended', async () => {
  const log: string[] = [];
  const run = serial();
  const first = slowTask('first', log);
  const second = slowTask('second', log);
  const done = [run(first.task), run(second.task)];
  second.finish();
  await settle();
  expect(log).toEqual(['first begins']);
  first.finish();
  expect(await Promise.all(done)).toEqual(['first', 'second']);
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('two changes that each read, think and write are two changes', async () => {
  const run = serial();
  let stored = 0;
  const add = async () => {
    const before = stored;
    await settle();
    stored = before + 1;
  };
  await Promise.all([run(add), run(add)]);
  expect(stored).toBe(2);
});

test('a task that fails tells its giver, and the next one runs', async () => {
  const run = serial();
  const failed = run(() => Promise.reject(new Error('full')));
  const next = run(() => Promise.resolve('done'));
  await expect(failed).rejects.toThrow('full');
  expect(await next).toBe('done');
});

test('keys do not wait for each other, and one key waits for itself', async () => {
  const log: string[] = [];
  const run = serialByKey();
  const slow = slowTask('slow', log);
  const done = [
    run(1, slow.task),
    run(1, () => Promise.resolve(log.push('after slow'))),
    run(2, () => Promise.resolve(log.push('other'))),
  ];
  await settle();
  expect(log).toEqual(['slow begins', 'other']);
  slow.finish();
  await Promise.all(done);
  expect(log).toEqual(['slow begins', 'other', 'slow ends', 'after slow']);
});
