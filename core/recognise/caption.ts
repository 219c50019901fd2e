import type { NearbyLine } from '../document/document.ts';
import { readUnitStatement, type Unit } from '../quantity/unit.ts';
import { budgetByTitle } from './budget/titles.ts';
import { formByTitle } from './forms.ts';

/** What the lines around a table say of it. */
export interface Caption {
  /** As printed, without form number, publisher, year and unit; '' if none stands there. */
  readonly title: string;
  /** 公开01表, 表三; null if none. */
  readonly formNumber: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly unit: Unit | null;
  /** The notes say that the form holds no data (本表无数据). */
  readonly noData: boolean;
  /** The notes below, joined. */
  readonly notes: string;
}

const formNumberPattern =
  /[（(]?\s{0,9}公开\s{0,9}\d{1,4}\s{0,9}表\s{0,9}[）)]?|(?:^|\s|(?<=表))附?表\s{0,9}[一二三四五六七八九十]{1,3}(?=\s|$|[:：])/;
const publisherPattern =
  /(?:编制|填报|预算|公开)?(?:部门\s{0,9}[/／]\s{0,9})?(?:部门|单位)(?:[（(](?:单位|部门)[）)])?(?:名称)?\s{0,9}[:：]\s{0,9}(\S.{0,80}?)(?=\s{1,9}\d{4}\s{0,9}年|\s{0,9}(?:金额)?单位\s{0,9}[:：]|\d{4}\s{0,9}年|\s{0,9}公开\s{0,9}\d{1,4}\s{0,9}表|\s{1,9}\S{1,40}表(?:\s|$)|$)/;
const unitPattern =
  /[（(]?(?:金额|货币)?单位\s{0,9}[:：]\s{0,9}(?:人民币\s{0,9})?(?:元|千\s{0,9}元|万\s{0,9}元|百万\s{0,9}元|亿\s{0,9}元)(?=$|\s|[^\u4e00-\u9fff]|部门|单位|编制|公开|年度)\s{0,9}[）)]?/;
const yearPattern = /(20\d{2}|19\d{2})\s*年度?/;

/** The same pattern, once, replaced by a gap; what it matched goes to `take`. */
function cut(text: string, pattern: RegExp, take: (match: RegExpExecArray) => void): string {
  const match = pattern.exec(text);
  if (!match) return text;
  take(match);
  return `${text.slice(0, match.index)}  ${text.slice(match.index + match[0].length)}`;
}

/** A longer line is a sentence. */
const longestTitle = 60;

/** Whether the rest of a line may be a table's title. */
function isTitle(text: string): boolean {
  const flat = text.replace(/\s+/g, '');
  return (
    flat.length >= 3 &&
    flat.length <= longestTitle &&
    /表(?:[（(].{0,16}[）)])?(?:[（(]续.?[）)])?$/.test(flat) &&
    !/[。；，,;]/.test(flat)
  );
}

const namesForm = (title: string, publisher: string | null): boolean =>
  (formByTitle(title, publisher) ?? budgetByTitle(title, publisher)) !== null;

/** A title with the line above it, where that goes on in it: it ends in the middle of a list, or only both together name a form. */
function wholeTitle(title: string, captions: readonly NearbyLine[], publisher: string | null): string {
  const lines = captions.map((line) => line.text.normalize('NFKC').replace(/\s+/g, ' ').trim());
  const above = title === '' ? undefined : lines[lines.lastIndexOf(title) - 1];
  if (
    above === undefined ||
    above === '' ||
    above.length + title.length > longestTitle ||
    isTitle(above) ||
    /[:：]/.test(above)
  )
    return title;
  const both = `${above}${title}`;
  return /[、,及和与(“《]$/.test(above) || (!namesForm(title, publisher) && namesForm(both, publisher)) ? both : title;
}

/** 单位：万 | 元, 金额单 | 位：元: a statement of the unit that a line break cut. */
const unitCut = [
  [
    /单位\s{0,9}[:：]\s{0,9}(?:人民币\s{0,9})?(?:百万|[千万亿])?\s{0,9}$/,
    /^\s{0,9}(?:百万|[千万亿])?元\s{0,9}[）)]?\s{0,9}$/,
  ],
  [/单\s{0,9}$/, /^\s{0,9}位\s{0,9}[:：]\s{0,9}(?:人民币)?(?:百万|[千万亿])?元\s{0,9}[）)]?\s{0,9}$/],
] as const;

/** The lines with those of a unit that was cut put together. */
function withWholeUnits(lines: readonly NearbyLine[]): NearbyLine[] {
  const whole: NearbyLine[] = [];
  for (const line of lines) {
    const above = whole.at(-1);
    const isRest = above && unitCut.some(([head, rest]) => head.test(above.text) && rest.test(line.text));
    if (isRest) whole[whole.length - 1] = { ...above, text: above.text.trimEnd() + line.text.trim() };
    else whole.push(line);
  }
  return whole;
}

/**
 * Reads the lines above and below a table. The nearest line wins: a heading further up may name a whole chapter.
 * @param captions the lines above, nearest last
 * @param notes the lines below
 */
export function readCaption(captions: readonly NearbyLine[], notes: readonly NearbyLine[]): Caption {
  const found: {
    title: string;
    formNumber: string | null;
    publisher: string | null;
    year: number | null;
    unit: Unit | null;
  } = { title: '', formNumber: null, publisher: null, year: null, unit: null };
  for (const line of withWholeUnits(captions).reverse()) {
    // What stands above the title belongs to the chapter or to the table before.
    if (found.title !== '') break;
    let rest = line.text.normalize('NFKC').replace(/\s+/g, ' ');
    rest = cut(rest, unitPattern, (match) => {
      found.unit ??= readUnitStatement(match[0]);
    });
    rest = cut(rest, formNumberPattern, (match) => {
      found.formNumber ??= match[0].replace(/[\s()]+/g, '');
    });
    rest = cut(rest, publisherPattern, (match) => {
      found.publisher ??= match[1]?.trim() ?? null;
    });
    rest = cut(rest, /(?:\s|^)(?:19|20)\d{2}\s*年度?\s*$|[（(]\s*(?:19|20)\d{2}\s*年度?\s*[）)]\s*$/, (match) => {
      found.year ??= Number(/\d{4}/.exec(match[0])?.[0]);
    });
    if (isTitle(rest)) found.title = rest.replace(/ {2,}/g, ' ').trim();
    cut(rest, yearPattern, (match) => {
      found.year ??= Number(match[1]);
    });
  }
  found.title = wholeTitle(found.title, captions, found.publisher);
  // The title may stand below its form number, which then heads the caption (公开01表 / title / unit).
  if (found.title !== '' && found.formNumber === null) {
    const index = captions.findIndex((line) => line.text.normalize('NFKC').includes(found.title));
    const above = captions[index - 1]?.text.normalize('NFKC').trim() ?? '';
    const alone = /^公开\s*\d+\s*表$|^附?表\s*[一二三四五六七八九十]{1,3}$/.exec(above);
    if (alone) found.formNumber = above.replace(/\s+/g, '');
  }
  const noData = notes
    .flatMap((note) => note.text.replace(/\s+/g, '').split(/[。；;]/))
    .some(
      (clause) =>
        // 如本表无数据，应… only says what would be done.
        !/[如若]/.test(clause) &&
        /本表(?:无数据|无内容|为空|没有数据)|(?:故|因此)此?本?表(?:无数据|为空|为空表)|空表/.test(clause),
    );
  return { ...found, noData, notes: notes.map((note) => note.text).join('\n') };
}
