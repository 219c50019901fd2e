import type { PageContent, PageLine } from '../page-content.ts';
import { coveredShare, scanned } from '../picture.ts';
import type { Glyph } from '../upright-page.ts';
import { skewOf } from './skew.ts';
import { wordsOf } from './word.ts';
import type { Word } from './word.ts';
import { tolerances } from '../tolerances.ts';

/** Words of one page that may be a table. */
export interface Stretch {
  readonly page: PageContent;
  readonly slope: number;
  /** The text was recognised from a picture of the page. */
  readonly recognised: boolean;
  readonly words: readonly Word[];
  /** Nothing but page furniture stands above it, below it. */
  readonly atTop: boolean;
  readonly atBottom: boolean;
  /** The texts of the lines above it on the page. */
  readonly above: readonly string[];
}

/** Words at one height. */
interface Line {
  readonly words: Word[];
  baseline: number;
}

const { sameLine, fullLine, larger, wrapped, nextRow } = tolerances.alignedRegion;

const unitWord = /^[（(]?(?:金额)?单位\s*[:：]\s*(?:人民币)?[万亿]?元[）)]?$/u;
const captionWord =
  /公开\s*\d+\s*表$|^[（(]?(?:金额)?单位\s*[:：]\s*(?:人民币)?[万亿]?元?[）)]?$|^[（(]?\d{4}\s*年度?[）)]?$|^(?:编制|填报|公开|预算)?(?:单位|部门)(?:名称)?\s*[:：]/u;
const note = /^(?:注|备注|说明|附注|资料来源)\s*(?:\d+\s*)?[:：]/u;
const totalWord = /^(?:合计|总计|小计|总分|本年(?:收入|支出)?合计)$/u;
const sentence = /[。；;]/u;
const leaders = /(?:…{2,}|[.．·]{4,})/u;
const continuedMark = /^[（(]?(?:续表|续上表|接上表|续)[）)]?$/u;

function linesOf(words: readonly Word[]): Line[] {
  const lines: Line[] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    if (line && word.baseline - line.baseline <= sameLine * word.size) {
      line.words.push(word);
      line.baseline += (word.baseline - line.baseline) / line.words.length;
    } else {
      lines.push({ words: [word], baseline: word.baseline });
    }
  }
  return lines;
}

function textOf({ words }: Line): string {
  return words
    .toSorted((a, b) => a.left - b.left)
    .map(({ text }) => text.replace(/\s+/gu, ''))
    .join(' ');
}

function usualSize(words: readonly Word[]): number {
  const sizes = words.map(({ size }) => size).toSorted((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

type LineKind = 'cells' | 'one' | 'break';

function kindOf(line: Line, width: number, size: number): LineKind {
  const words = line.words.map(({ text }) => text.replace(/\s+/gu, ''));
  const [first = ''] = words;
  const [only, ...others] = line.words;
  if (note.test(first) || words.some((word) => leaders.test(word)) || words.some((word) => continuedMark.test(word))) {
    return 'break';
  }
  if (
    words.some((word) => unitWord.test(word)) ||
    words.filter((word) => captionWord.test(word)).length >= (words.length + 1) / 2
  ) {
    return 'break';
  }
  if (only && others.length === 0) {
    return only.size > larger * size || only.right - only.left >= fullLine * width ? 'break' : 'one';
  }
  return line.words.every((word) => word.size > larger * size) ? 'break' : 'cells';
}

/** Cuts a page's words into stretches that may be tables: lines of several words, and what stands among them. */
function stretchesIn(page: PageContent, words: readonly Word[], slope: number, recognised: boolean): Stretch[] {
  const lines = linesOf(words);
  const left = Math.min(...words.map((word) => word.left));
  const right = Math.max(...words.map((word) => word.right));
  const size = usualSize(words);
  const kinds = lines.map((line) => kindOf(line, right - left, size));
  const stretches: Stretch[] = [];
  let from = -1;
  let last = -1;
  const distance = (line: number): number => (lines[line]?.baseline ?? 0) - (lines[line - 1]?.baseline ?? -Infinity);
  const close = (): void => {
    if (from >= 0 && (last > from || from === 0)) {
      // The wrapped end of the last row, or a last row without figures: 合计 of a form without data.
      for (
        let next = last + 1;
        kinds[next] === 'one' &&
        (distance(next) <= wrapped * size ||
          (distance(next) <= nextRow * size && totalWord.test(lines[next]?.words[0]?.text.replace(/\s+/gu, '') ?? '')));
        next += 1
      ) {
        last = next;
      }
      // Rows of one word down to the foot of the page: the table goes on overleaf.
      const rest = lines.slice(last + 1);
      if (
        rest.every(
          (line, index) =>
            kinds[last + 1 + index] === 'one' &&
            distance(last + 1 + index) <= nextRow * size &&
            !sentence.test(line.words[0]?.text ?? ''),
        )
      ) {
        last = lines.length - 1;
      }
      const own = lines.slice(from, last + 1);
      stretches.push({
        page,
        slope,
        recognised,
        words: own.flatMap((line) => line.words),
        atTop: from === 0,
        atBottom: last === lines.length - 1,
        above: lines.slice(0, from).map(textOf),
      });
    }
    from = -1;
    last = -1;
  };
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'break') {
      close();
    } else if (kind === 'cells') {
      if (from < 0) {
        from = index;
        // What wraps above, the upper lines of a head or label, or a head over all columns. At the top of a page, also rows of one word.
        while (
          kinds[from - 1] === 'one' &&
          (distance(from) <= nextRow * size || kinds.slice(0, from).every((above) => above === 'one'))
        ) {
          from -= 1;
        }
      }
      last = index;
    }
  }
  close();
  return stretches;
}

/**
 * The stretches of a page that may be tables without rules.
 * @param page with its running heads and page number taken off
 * @returns top to bottom; none on pages with ruled tables
 */
export function stretchesOf(page: PageContent): Stretch[] {
  if (page.items.some((item) => item.kind === 'table')) {
    return [];
  }
  const lines = page.items.filter((item): item is PageLine => item.kind === 'line');
  if (lines.every((line) => !line.piece)) {
    return [];
  }
  const glyphs = lines.flatMap((line): readonly Glyph[] => line.glyphs);
  const recognised = coveredShare(page.pictures) >= scanned;
  const words = wordsOf(glyphs, page.page, 0, recognised);
  const slope = recognised ? skewOf(words) : 0;
  return stretchesIn(page, slope === 0 ? words : wordsOf(glyphs, page.page, slope, recognised), slope, recognised);
}
