import fc from 'fast-check';
import { leaf, maybe, money, print, type Style } from './sheet.ts';

/** How a text prints its money. */
const textStyles: readonly Style[] = [
  { unit: '万元', decimals: 2, totals: 'rounded', stripped: false, blankZeros: false, thousands: false },
  { unit: '万元', decimals: 2, totals: 'rounded', stripped: false, blankZeros: false, thousands: true },
  { unit: '万元', decimals: 2, totals: 'rounded', stripped: true, blankZeros: false, thousands: false },
  { unit: '元', decimals: 2, totals: 'rounded', stripped: false, blankZeros: false, thousands: true },
];

/** The choices of one text: how it is printed, and which wording each sentence has. */
export interface Wording {
  readonly style: Style;
  readonly percentDecimals: number;
  readonly picks: readonly number[];
  /** Lines are broken after so many characters; 0: not at all. */
  readonly width: number;
}

export const wordings: fc.Arbitrary<Wording> = fc.record({
  style: fc.constantFrom(...textStyles),
  percentDecimals: fc.constantFrom(1, 2),
  picks: fc.array(fc.nat(9999), { minLength: 80, maxLength: 80 }),
  width: fc.constantFrom(0, 0, 24, 37),
});

/** What a text tells of: amounts in fen that belong together. */
interface Flows {
  readonly classes: readonly (readonly [string, bigint])[];
  readonly spentGeneral: bigint;
  readonly spentFund: bigint;
  readonly inGeneral: bigint;
  readonly inOther: bigint;
  readonly inYear: bigint;
  readonly outYear: bigint;
  readonly opening: bigint;
  readonly openingGeneral: bigint;
  readonly closing: bigint;
  readonly basics: bigint;
  readonly personnel: bigint;
  readonly operating: bigint;
  readonly reception: bigint;
  readonly vehicles: bigint;
}

/** Random accounts, as far as sentences speak of them. */
export const flows: fc.Arbitrary<Flows> = fc
  .record({
    amounts: fc.array(money, { minLength: 2, maxLength: 4 }),
    spentFund: maybe,
    spentOther: maybe,
    openingGeneral: maybe,
    openingOther: maybe,
    share: fc.bigInt({ min: 1n, max: 9n }),
  })
  .map(({ amounts, spentFund, spentOther, share, ...balances }) => {
    const names = ['一般公共服务支出（类）', '社会保障和就业支出（类）', '卫生健康支出（类）', '住房保障支出（类）'];
    const spentGeneral = amounts.reduce((all, amount) => all + amount, 0n);
    const openingGeneral = balances.openingGeneral < spentGeneral ? balances.openingGeneral : 0n;
    const openingOther = balances.openingOther < spentOther ? balances.openingOther : 0n;
    const closing = balances.openingGeneral / 3n;
    const inGeneral = spentGeneral + closing - openingGeneral;
    const inOther = spentOther - openingOther;
    const basics = (spentGeneral * share) / 10n;
    const personnel = (basics * (10n - share)) / 10n;
    const operating = basics - personnel;
    return {
      classes: amounts.map((amount, index): readonly [string, bigint] => [names[index] ?? '', amount]),
      spentGeneral,
      spentFund,
      inGeneral,
      inOther,
      inYear: inGeneral + spentFund + inOther,
      outYear: spentGeneral + spentFund + spentOther,
      opening: openingGeneral + openingOther,
      openingGeneral,
      closing,
      basics,
      personnel,
      operating,
      reception: operating / 7n,
      vehicles: operating / 11n,
    };
  });

/** Rounds 100 × a / b half up, away from zero. */
export function ratio(a: bigint, b: bigint, decimals: number): string {
  const scaled = (2n * 100n * a * 10n ** BigInt(decimals) + b) / (2n * b);
  const text = scaled.toString().padStart(decimals + 1, '0');
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}%`;
}

/** Lines as a page breaks them that was made from a PDF. */
const broken = (text: string, width: number): string[] =>
  width === 0 || /^[一二三四五六七八九十]+、/.test(text)
    ? [text]
    : (text.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [text]);

/**
 * The explanations of random accounts, in one of many wordings; every figure follows from the accounts, rounded by itself.
 * @param told random amounts that agree
 * @param wording which sentences, and how figures are printed
 */
export function tell(told: Flows, wording: Wording): string[] {
  const {
    inGeneral,
    inOther,
    inYear,
    outYear,
    spentGeneral,
    spentFund,
    basics,
    personnel,
    operating,
    reception,
    vehicles,
    opening,
    closing,
    openingGeneral,
    classes,
  } = told;
  let at = 0;
  const number = (): number => wording.picks[at++ % wording.picks.length] ?? 0;
  const pick = (...of: readonly string[]): string => of[number() % of.length] ?? '';
  const w = (fen: bigint): string => `${print(leaf(fen), wording.style)}${wording.style.unit}`;
  const share = (part: bigint, whole: bigint): string =>
    whole > 0n ? ratio(part, whole, wording.percentDecimals) : '0%';
  const list = (all: bigint, parts: readonly (readonly [string, bigint])[], of: string): string => {
    const [first, second] = parts;
    if (parts.length === 2 && first && second && number() % 4 === 0)
      return `${first[0]}、${second[0]}分别为${w(first[1])}和${w(second[1])}，分别占${of}${share(first[1], all)}和${share(second[1], all)}。`;
    return `${parts.map(([name, part]) => `${name}${w(part)}，${pick('占', '占比')}${of}${share(part, all)}`).join(pick('；', '；', '，'))}。`;
  };
  /** The change from a random amount of the year before. */
  const change = (name: string, now: bigint): string => {
    const before = (now * BigInt(number() % 250)) / 100n;
    const size = now > before ? now - before : before - now;
    const [up, grows] =
      now > before ? [pick('增加', '增加'), pick('增长', '上升', '提高')] : ['减少', pick('下降', '降低', '减少')];
    if (before === 0n) return pick('与上年相比无可比数据。', '');
    const percent = ratio(size, before, wording.percentDecimals);
    switch (number() % 7) {
      case 6:
        return name === '' ? '' : `${name.replace(/各$/, '')}与上年相比，${up}${w(size)}，${grows}${percent}。`;
      case 0:
        return `与上年度相比，${name}${up}${w(size)}，${grows}${percent}。`;
      case 1:
        return `与2023年度${w(before)}相比，${up}${w(size)}，${grows}${percent}，主要原因是项目变动。`;
      case 2:
        return `${name}比2023年的${w(before)}${up}${w(size)}，${grows}${percent}。`;
      case 3:
        return `比上年${up}${w(size)}，${grows}${percent}。`;
      case 4:
        return `扣除一次性因素后，比上年${up}${w(size / 2n)}，${grows}9.99%。`;
      default:
        return `较上年${up}约${w(size)}，${grows}${percent}。`;
    }
  };
  const budgeted = (name: string, budget: bigint, spent: bigint, basis: string): string => {
    const rate = budget > 0n ? `，完成${basis}的${ratio(spent, budget, wording.percentDecimals)}` : '';
    const size = spent > budget ? spent - budget : budget - spent;
    const word = spent > budget ? pick('大于', '高于') : pick('小于', '低于');
    const deviation =
      spent < budget && number() % 2 === 0
        ? `-${ratio(size, budget, wording.percentDecimals)}`
        : ratio(size, budget > 0n ? budget : 1n, wording.percentDecimals);
    switch (number() % 7) {
      case 4:
        return budget > 0n
          ? `${name}${basis}数${w(budget)}，决算数${w(spent)}，预决算差异率${deviation}。`
          : `${name}支出决算${w(spent)}。`;
      case 5:
        return budget > 0n
          ? `${name}支出决算为${w(spent)}，主要用于日常开支。完成${basis}${w(budget)}的${ratio(spent, budget, wording.percentDecimals)}。`
          : '';
      case 6:
        return `${name}支出决算为${w(spent)}，主要用于日常开支。费用支出较${basis}数${spent >= budget ? '增加' : '减少'}${w(size)}${budget > 0n ? `，${spent >= budget ? '增长' : '下降'}${ratio(size, budget, wording.percentDecimals)}` : ''}，主要原因是据实列支。${change('', spent)}`;
      case 0:
        return `${name}${basis}为${w(budget)}，支出决算为${w(spent)}${rate}。${spent === budget ? '决算数与预算数无差异。' : `决算数${word}预算数的主要原因是据实列支。`}`;
      case 1:
        return `${name}${basis}${w(budget)}，支出决算${w(spent)}${rate}${spent === budget ? '，决算数与预算数一致' : `，决算数${word}预算数${w(size)}`}。`;
      case 2:
        return `${name}支出决算${w(spent)}，比${basis}${w(budget)}${spent >= budget ? '增加' : '减少'}${w(size)}。`;
      default:
        return `${name}${basis}为${w(budget)}，支出决算为${w(spent)}${rate}。`;
    }
  };
  const total = inYear + opening;
  const fiscal = inGeneral + spentFund + openingGeneral;
  const three = reception + vehicles * 2n;
  const lines = [
    '第三部分 2024年度部门决算情况说明',
    '一、收入支出决算总体情况说明',
    number() % 3 === 0
      ? `2024年度收入总计${w(total)}，其中：本年收入合计${w(inYear)}，使用非财政拨款结余${w(0n)}，年初结转和结余${w(opening)}；支出总计${w(total)}，其中：本年支出合计${w(outYear)}，结余分配${w(0n)}，年末结转和结余${w(closing)}。`
      : `${pick(`2024年度收入总计${w(total)}，支出总计${w(total)}。`, `2024年度，收、支总计均为${w(total)}。`, `2024年度收入、支出决算总计${w(total)}。`, `2024年度收、支总计（含结转和结余）${w(total)}。`, `2024年度收入总计、支出总计均为${w(total)}。`, `2024年度收、支总计分别为${w(total)}和${w(total)}。`)}${change('收、支总计各', total)}`,
    '二、收入决算情况说明',
    `2024年度收入合计${w(inYear)}，其中：${list(
      inYear,
      [
        ['财政拨款收入', inGeneral + spentFund],
        ['其他收入', inOther],
      ],
      pick('', '收入合计的'),
    )}`,
    '三、支出决算情况说明',
    `2024年度支出合计${w(outYear)}，其中：${list(
      outYear,
      [
        ['基本支出', basics],
        ['项目支出', outYear - basics],
      ],
      pick('', '支出合计的', '总支出的'),
    )}`,
    '四、财政拨款收入支出决算总体情况说明',
    `2024年度财政拨款收、支总计均为${w(fiscal)}。${change('财政拨款收、支总计各', fiscal)}`,
    '五、一般公共预算财政拨款支出决算情况说明',
    `2024年度一般公共预算财政拨款支出${w(spentGeneral)}，占本年支出合计的${share(spentGeneral, outYear)}。${change('一般公共预算财政拨款支出', spentGeneral)}`,
    `2024年度一般公共预算财政拨款支出${w(spentGeneral)}，主要用于以下方面：${list(spentGeneral, classes, '')}`,
    budgeted(
      '2024年度一般公共预算财政拨款支出',
      (spentGeneral * BigInt(50 + (number() % 100))) / 100n,
      spentGeneral,
      '年初预算',
    ),
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `2024年度一般公共预算财政拨款基本支出${w(basics)}，其中：人员经费${w(personnel)}，主要包括：基本工资、津贴补贴；公用经费${w(operating)}，主要包括：办公费、公务接待费。`,
    '九、“三公”经费支出决算情况说明',
    budgeted('2024年度“三公”经费财政拨款支出', reception + vehicles * 3n, three, '全年预算'),
    `2024年度“三公”经费支出决算中，因公出国（境）费支出${w(0n)}，占${share(0n, three)}；公务用车购置及运行维护费支出${w(vehicles * 2n)}，占${share(vehicles * 2n, three)}；公务接待费支出${w(reception)}，占${share(reception, three)}。具体情况如下：`,
    budgeted('1.公务用车购置及运行维护费', vehicles * 3n, vehicles * 2n, '全年预算'),
    `其中：公务用车购置费${w(vehicles)}，公务用车运行维护费${w(vehicles)}，保有量3辆，车均运行维护费${w(vehicles / 3n)}。${change('公务用车运行维护费', vehicles)}`,
    budgeted('2.公务接待费', reception, reception, '全年预算'),
    '十、机关运行经费支出情况说明',
    `2024年度机关运行经费支出${w(operating)}。${change('', operating)}`,
  ];
  return lines.flatMap((line) => broken(line, wording.width));
}
