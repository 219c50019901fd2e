import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { minimumBrowsers } from '../../minimum-browsers.ts';

/**
 * What came to browsers lately, and with which version (Infinity: not yet). What the language itself has gained since ES2023 the compiler refuses
 * (tsconfig's lib), newer syntax the build rewrites; this is the rest that one might reach for.
 */
const lately: readonly (readonly [name: RegExp, chrome: number, firefox: number])[] = [
  [/\bURL\.parse\(/, 126, 126],
  [/\bURL\.canParse\(/, 120, 115],
  [/\bcaretPositionFromPoint\(/, 128, 20],
  [/\.moveBefore\(/, 133, 144],
  [/\bstartViewTransition\(/, 111, 144],
  [/\bscheduler\.(?:yield|postTask)\(/, 129, 142],
  [/\b(?:setHTML|parseHTML)\(/, 146, 148],
  [/\bnew (?:CloseWatcher|Sanitizer)\(/, 126, Infinity],
  [/\bhighlightsFromPoint\(/, 140, Infinity],
  [/\bgetContexts\(/, 116, Infinity],
  [/\bsidePanel\./, 116, Infinity],
  [/\boffscreen\./, 109, Infinity],
  [/\bdocumentPictureInPicture\b/, 116, Infinity],
  [/\blight-dark\(/, 123, 120],
  [/\bcontent-visibility\s*:/, 85, 125],
  [/\btext-wrap\s*:\s*pretty/, 117, Infinity],
  [/\bfield-sizing\s*:/, 123, Infinity],
  [/\banchor(?:-name|\()/, 125, 147],
  [/\binterpolate-size\s*:|\bcalc-size\(/, 129, Infinity],
  [/\btext-box(?:-trim|-edge)?\s*:/, 133, Infinity],
  [/::details-content/, 131, 143],
  [/::highlight\(/, 105, 140],
];

/** Chrome has these and Firefox does without: asked for by `import.meta.env.FIREFOX`, or harmless where unknown. */
const chromeOnly = /getContexts|sidePanel|offscreen|text-wrap/;

const root = join(import.meta.dirname, '../..');
const sources = ['core', 'entrypoints']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => /\.(?:tsx?|css|html)$/.test(name));

it.each(
  lately.filter(
    ([name, chrome, firefox]) =>
      chrome > minimumBrowsers.chrome || (firefox > minimumBrowsers.firefox && !chromeOnly.test(name.source)),
  ),
)('does not use %s, which the oldest browsers lack', (name) => {
  expect(sources.filter((path) => name.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
});
