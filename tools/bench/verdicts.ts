import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { check, type CheckProgress } from '../../core/check.ts';
import { readHtml } from '../../core/read/html/read-html.ts';
import { decodeHtml, parseHtml } from '../html.ts';
import { drain } from '../run.ts';
import { median } from './measure.ts';
import type { Row } from './table.ts';

/** Issue of the catalogue: relations and verdicts in less time than parsing the page's HTML. */
const most = 1;
const rounds = 7;

type Phase = CheckProgress['phase'];

/** The largest page of the corpus, else of our own samples. */
function largestPage(): string {
  const root = join(import.meta.dirname, '..', '..');
  const corpus = join(root, '..', 'shared', 'corpus');
  const paths = existsSync(corpus)
    ? readdirSync(corpus)
        .map((id) => join(corpus, id, `${id}.H1a.html`))
        .filter((path) => existsSync(path))
    : [join(root, 'test', 'samples', 'disclosure.html')];
  return paths.toSorted((a, b) => statSync(b).size - statSync(a).size)[0] ?? '';
}

/** What each phase of a check takes: the time up to a step belongs to the phase that the step before announced. */
function phasesOf(steps: Generator<CheckProgress, unknown>): Map<Phase, number> {
  const spent = new Map<Phase, number>();
  let phase: Phase = 'recognise';
  for (;;) {
    const start = performance.now();
    const step = steps.next();
    spent.set(phase, (spent.get(phase) ?? 0) + performance.now() - start);
    if (step.done === true) return spent;
    phase = step.value.phase;
  }
}

/** Relations and verdicts of the largest document against parsing its HTML, by turns in one run. */
export function* verdictBench(): Generator<Row> {
  const path = largestPage();
  const html = decodeHtml(readFileSync(path));
  const { document } = drain(readHtml(parseHtml(html).root, { url: '', title: '' }));
  const pairs: { parsing: number; relating: number; recognising: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now();
    parseHtml(html);
    const parsing = performance.now() - start;
    const spent = phasesOf(check(document));
    if (round > 0)
      pairs.push({
        parsing,
        relating: (spent.get('relate') ?? 0) + (spent.get('judge') ?? 0),
        recognising: spent.get('recognise') ?? 0,
      });
  }
  const is = median(pairs.map(({ parsing, relating }) => relating / parsing));
  const [parsing, relating, recognising] = (['parsing', 'relating', 'recognising'] as const).map((part) =>
    median(pairs.map((pair) => pair[part])).toFixed(0),
  );
  yield {
    what: 'largest document: relations and verdicts against parsing its HTML',
    measured: `×${is.toFixed(2)}`,
    budget: { most, is },
    note: `parsing ${parsing ?? ''} ms, relations and verdicts ${relating ?? ''} ms, recognising ${recognising ?? ''} ms`,
  };
}
