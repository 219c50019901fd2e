import type { Tallied, Tally } from './claim.ts';
import { countedFigure, type Passage } from './spoken.ts';

/** A number of things: its words, what it counts, and what it is called. */
const patterns: readonly {
  readonly pattern: RegExp;
  readonly of: Tallied;
  readonly counts: string;
  readonly name: string;
}[] = [
  {
    pattern: /公务用?车(?:实际)?保有量(?:合计|总数|共有|共)*(?:为|是)?(\d+)((?:\.0+)?[辆台])/g,
    of: 'vehicles-held',
    counts: '辆',
    name: '公务用车保有量',
  },
  {
    pattern: /共有(?:公务)?(?:用车|车辆)(?:总数)?(?:共|为)?(\d+)([辆台](?:[，。;:]|$))/g,
    of: 'vehicles',
    counts: '辆',
    name: '车辆总数',
  },
  {
    pattern: /(?:购置|更新)(?:\(更新\))?(?:公务用?车|车辆)?(?:数量?)?(?:为|共)?(\d+)((?:\.0+)?[辆台])/g,
    of: 'vehicles-bought',
    counts: '辆',
    name: '购置车辆数',
  },
  {
    pattern: /出国(?:\(境\))?团组(?:数)?(?:共计?|合计|为)?(\d+)((?:\.0+)?个)/g,
    of: 'delegations',
    counts: '个',
    name: '出国（境）团组数',
  },
  {
    pattern: /国内公务接待(?:共计?|合计|为)?(\d+)((?:\.0+)?批次)/g,
    of: 'receptions',
    counts: '批次',
    name: '国内公务接待批次',
  },
];

/** Where they are spoken of; without headings only a paragraph that states the amount as well is held against it (by its group). */
const under: readonly Passage['section'][] = ['three-public', 'assets', null];

/**
 * Numbers that go with an amount of the “three public” expenses, or with the vehicles owned.
 * @param passage one paragraph
 * @param year of the accounts
 */
export function tallies(passage: Passage, year: number | null): Tally[] {
  if (passage.heading || !under.includes(passage.section)) return [];
  const { text } = passage.flat;
  return patterns.flatMap(({ pattern, of, counts, name }) =>
    [...text.matchAll(pattern)].flatMap((match): Tally[] => {
      const sentence = text.slice(0, match.index).split(/[。;]/).at(-1) ?? '';
      const years = [...sentence.matchAll(/((?:19|20)\d{2})年/g)].map((found) => Number(found[1]));
      if ((year !== null && years.some((said) => said !== year)) || /上年|预算|计划|安排|比|较/.test(sentence))
        return [];
      const [whole, digits = '', behind = ''] = match;
      const start = match.index + whole.length - behind.length - digits.length;
      return [{ kind: 'tally', of, figure: countedFigure(passage, start, digits, name, counts), group: passage.group }];
    }),
  );
}
