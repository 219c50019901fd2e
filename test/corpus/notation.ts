import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';

const kindSchema = z.enum(['final', 'budget', 'government', 'letter']);
const flowSchema = z.enum(['income', 'expenditure', 'both', 'opening', 'closing', 'debt', 'other']);
const stageSchema = z.enum(['outturn', 'budget', 'initial', 'adjusted']);
const headSchema = z.tuple([z.literal('@'), kindSchema, z.coerce.number().int().min(2010).max(2040)]);
const referenceSchema = z.string().regex(/^\d+(?:,\d{3})*(?:\.\d+)?%?(?:#[1-9])?$/);
const signedSchema = z.string().regex(/^[+-]\d+(?:,\d{3})*(?:\.\d+)?%?(?:#[1-9])?$/);

export type Kind = z.infer<typeof kindSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type Stage = z.infer<typeof stageSchema>;

/** A figure printed in a passage. */
export interface Printed {
  /** With % where that stands behind it. */
  readonly text: string;
  /** In the passage's paragraphs joined by line ends. */
  readonly start: number;
}

/** A figure that is added or taken off, that rises or falls. */
export interface Signed {
  readonly figure: Printed;
  readonly sign: 1 | -1;
}

/** What one line says of a passage. */
export type Statement = { readonly line: string } & (
  | {
      readonly kind: 'amount';
      readonly figure: Printed;
      readonly item: string;
      readonly flow: Flow;
      readonly stage: Stage;
      readonly year: number;
    }
  | {
      readonly kind: 'change';
      readonly current: Printed;
      readonly change: Signed | null;
      readonly rate: Signed | null;
      readonly previous: Printed | null;
    }
  | {
      readonly kind: 'share' | 'completion';
      readonly parts: readonly Printed[];
      readonly percent: Printed;
      readonly whole: Printed;
    }
  | {
      readonly kind: 'completion-by';
      readonly current: Printed;
      readonly percent: Printed;
      readonly difference: Signed;
    }
  | { readonly kind: 'sum' | 'count'; readonly total: Printed; readonly parts: readonly Signed[] }
  | { readonly kind: 'within'; readonly parts: readonly Printed[]; readonly whole: Printed }
);

/** One passage: what stands above it, its paragraphs, and what they state. */
export interface Passage {
  readonly province: string;
  readonly kind: Kind;
  readonly year: number;
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly statements: readonly Statement[];
}

/** Full-width digits as ASCII, so that one figure can be written in one way. */
const evenDigits = (text: string): string =>
  text.replace(/[０-９．％]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));

/**
 * The figures of a text in order.
 * @param text the paragraphs of a passage, joined by line ends
 */
export const figuresIn = (text: string): Printed[] =>
  [...evenDigits(text).matchAll(/\d+(?:,\d{3})*(?:\.\d+)?%?/g)].map(({ 0: figure, index }) => ({
    text: figure,
    start: index,
  }));

/** Reads the lines set in below a passage. */
class StatementReader {
  private readonly figures: readonly Printed[];

  constructor(
    private readonly text: string,
    private readonly year: number,
  ) {
    this.figures = figuresIn(text);
  }

  private figure(reference: string | undefined): Printed {
    const [text = '', nth] = referenceSchema.parse(reference).split('#');
    const same = this.figures.filter((figure) => figure.text === text);
    const found = same[nth === undefined ? 0 : Number(nth) - 1];
    if (!found) throw new Error(`no figure ${reference ?? ''} in: ${this.text}`);
    if (nth === undefined && same.length > 1) throw new Error(`which ${text}? ${this.text}`);
    return found;
  }

  private signed(reference: string): Signed {
    const own = signedSchema.parse(reference);
    return { figure: this.figure(own.slice(1)), sign: own.startsWith('-') ? -1 : 1 };
  }

  /** What is added up, and behind a lone '-' what is taken off. */
  private addends(words: readonly string[]): Signed[] {
    const minus = words.indexOf('-');
    return words.flatMap((word, at): Signed[] =>
      at === minus ? [] : [{ figure: this.figure(word), sign: minus >= 0 && at > minus ? -1 : 1 }],
    );
  }

  /** @param line without the spaces in front of it */
  read(line: string): Statement {
    const [kind, ...words] = line.split(' ');
    const mark = words.findIndex((word) => ['from', 'of', 'by', '='].includes(word));
    const before = mark < 0 ? words : words.slice(0, mark);
    const behind = mark < 0 ? [] : words.slice(mark + 1);
    switch (kind) {
      case 'amount': {
        const [figure, item, flow, stage, year, ...rest] = before;
        if (rest.length > 0) throw new Error(line);
        return {
          line,
          kind,
          figure: this.figure(figure),
          item: z.string().min(1).parse(item),
          flow: flowSchema.parse(flow),
          stage: stageSchema.parse(stage),
          year: year === undefined ? this.year : z.coerce.number().int().parse(year),
        };
      }
      case 'change':
      case 'rate':
      case 'difference': {
        const [current, ...changes] = before;
        const signed = changes.map((change) => this.signed(change));
        const change = signed.find(({ figure }) => !figure.text.endsWith('%')) ?? null;
        const rate = signed.find(({ figure }) => figure.text.endsWith('%')) ?? null;
        if (signed.length !== [change, rate].filter((one) => one !== null).length || signed.length === 0)
          throw new Error(line);
        return {
          line,
          kind: 'change',
          current: this.figure(current),
          change,
          rate,
          previous: behind[0] === undefined ? null : this.figure(behind[0]),
        };
      }
      case 'share':
      case 'completion':
        if (words[mark] === 'by')
          return {
            line,
            kind: 'completion-by',
            current: this.figure(before[0]),
            percent: this.figure(before[1]),
            difference: this.signed(behind[0] ?? ''),
          };
        return {
          line,
          kind,
          parts: before.slice(0, -1).map((part) => this.figure(part)),
          percent: this.figure(before.at(-1)),
          whole: this.figure(behind[0]),
        };
      case 'sum':
      case 'count':
        return { line, kind, total: this.figure(before[0]), parts: this.addends(behind) };
      case 'within':
        return { line, kind, parts: before.map((part) => this.figure(part)), whole: this.figure(behind[0]) };
      default:
        throw new Error(`what is this line? ${line}`);
    }
  }
}

function passagesOf(source: string): Passage[] {
  const [first = '', ...blocks] = source.trim().split(/\n{2,}/);
  const province = z
    .string()
    .min(2)
    .parse(/^province (\S+)$/.exec(first)?.[1]);
  let head: Pick<Passage, 'kind' | 'year' | 'heading'> | null = null;
  return blocks.map((block): Passage => {
    const lines = block.split('\n');
    if (lines[0]?.startsWith('@') === true) {
      const [at, kind, year, ...heading] = (lines.shift() ?? '').split(' ');
      const parsed = headSchema.parse([at, kind, year]);
      const words = z.string().min(1).parse(heading.join(' '));
      head = { kind: parsed[1], year: parsed[2], heading: words === '-' ? null : words };
    }
    if (head === null) throw new Error(`no @ in front of: ${block}`);
    const paragraphs = lines.filter((line) => !line.startsWith('  '));
    const reader = new StatementReader(paragraphs.join('\n'), head.year);
    const statements = lines.filter((line) => line.startsWith('  ')).map((line) => reader.read(line.trim()));
    if (paragraphs.length === 0) throw new Error(`no sentence: ${block}`);
    return { province, ...head, paragraphs, statements };
  });
}

/** All passages of the corpus, by file. */
export function corpus(): ReadonlyMap<string, readonly Passage[]> {
  const folder = new URL('sentences/', import.meta.url);
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => [name.replace(/\.txt$/, ''), passagesOf(readFileSync(new URL(name, folder), 'utf8'))]),
  );
}

/** How many sentences of a passage hold a figure: each ends with a full stop, or with its paragraph. */
export const sentenceCount = ({ paragraphs }: Passage): number =>
  paragraphs.flatMap((paragraph) => paragraph.split('。')).filter((sentence) => /\d/.test(sentence)).length;
