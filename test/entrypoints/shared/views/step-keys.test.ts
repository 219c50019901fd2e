// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { stepOf } from '../../../../entrypoints/shared/views/step-keys.ts';

const press = (key: string, change: KeyboardEventInit = {}, on: Element = document.createElement('button')) => {
  let step: 1 | -1 | null = null;
  on.addEventListener('keydown', (event) => {
    step = stepOf(event as KeyboardEvent);
  });
  on.dispatchEvent(new KeyboardEvent('keydown', { key, ...change }));
  return step;
};

it('goes on with N and J, back with P and K', () => {
  expect(['n', 'N', 'j', 'p', 'P', 'k'].map((key) => press(key))).toEqual([1, 1, 1, -1, -1, -1]);
});

it('leaves other keys, chords and typing alone', () => {
  expect(press('x')).toBeNull();
  expect(press('n', { ctrlKey: true })).toBeNull();
  expect(press('n', { altKey: true })).toBeNull();
  const search = document.createElement('input');
  expect(press('n', {}, search)).toBeNull();
  const box = document.createElement('input');
  box.type = 'checkbox';
  expect(press('n', {}, box)).toBe(1);
});
