import { Decimal, one } from './decimal.ts';

/** The money units that public accounts use. */
export type Unit = '元' | '千元' | '万元' | '百万元' | '亿元';

const powers: Readonly<Record<Unit, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };

/** Powers of ten are needed for every figure, and there are five of them. */
const factors = new Map(Object.entries(powers).map(([unit, power]) => [unit, new Decimal(10).pow(power)]));

/** All of them, the smallest first. */
export const units: readonly Unit[] = ['元', '千元', '万元', '百万元', '亿元'];

/**
 * What amounts are multiplied by to be compared.
 * @returns how many 元 one unit is; 1 where none is known, since one unstated unit is the same for a whole table
 */
export const factorOf = (unit: Unit | null): Decimal => (unit === null ? one : unitFactor(unit));

/**
 * How many 元 one unit is.
 * @returns an exact power of ten
 */
export function unitFactor(unit: Unit): Decimal {
  return factors.get(unit) ?? new Decimal(10).pow(powers[unit]);
}

/**
 * Reads a money word; a bare 万 or 亿 behind an amount stands for 万元, 亿元.
 * @returns the unit, or null if the word is no money word
 */
export function readMoneyWord(word: string): Unit | null {
  const bare = word.replace(/\s+/g, '').replace(/^人民币/, '');
  if (bare === '万' || bare === '亿') return `${bare}元`;
  return Object.hasOwn(powers, bare) ? (bare as Unit) : null;
}

/**
 * Finds a unit statement (单位：万元, 金额单位：万\n元, （单位:元）) in a line.
 * "单位：X" is a unit only if X is a money word: it names the publisher as often.
 * @returns the unit, or null
 */
export function readUnitStatement(line: string): Unit | null {
  const flat = line.normalize('NFKC').replace(/\s+/g, '');
  const match =
    /单位:?(?:人民币)?(元|千元|万元|百万元|亿元)(?=$|[^\u4e00-\u9fff]|部门|单位|编制|公开|年度)/.exec(flat) ??
    /\((千元|万元|百万元|亿元|元)\)/.exec(flat);
  return match ? readMoneyWord(match[1] ?? '') : null;
}
