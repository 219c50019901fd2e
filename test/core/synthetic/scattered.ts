import { chanceFrom, grouped, rounded, split, type Chance } from './chance.ts';
import type { Paper } from './government.ts';

/** Amounts are hundredths of 万元. */
interface Pen extends Chance {
  readonly place: string;
  /** An amount as printed. */
  readonly m: (amount: bigint) => string;
  /** The one of the other in per cent. */
  readonly pc: (a: bigint, b: bigint) => string;
  readonly some: () => bigint;
  /** A rate that nothing near it explains. */
  readonly rate: () => string;
  /** A count, a rank, a part of a number. */
  readonly n: (from: number, to: number) => string;
}

/** Sentences of government papers, each in order by itself, whatever stands before or behind it. */
const sentences: readonly ((p: Pen) => string)[] = [
  (p) => {
    const a = p.some(),
      b = (a * 8n) / 10n;
    return `${p.place}一般公共预算收入完成${p.m(a)}，比上年增收${p.m(a - b)}，增长${p.pc(a - b, b)}。`;
  },
  (p) => {
    const a = p.some(),
      b = (a * 11n) / 10n;
    return `${p.place}一般公共预算支出${p.m(a)}，同比减支${p.m(b - a)}，下降${p.pc(b - a, b)}，其中民生支出${p.m((a * 3n) / 4n)}，占${p.pc((a * 3n) / 4n, a)}。`;
  },
  (p) => {
    const b = p.some(),
      a = (b * 104n) / 100n;
    return `政府性基金收入预算${p.m(b)}，实际完成${p.m(a)}，完成预算的${p.pc(a, b)}，超收${p.m(a - b)}。`;
  },
  (p) => {
    const b = p.some(),
      a = (b * 93n) / 100n;
    return `年初预算安排${p.m(b)}，全年支出${p.m(a)}，完成年初预算的${p.pc(a, b)}，结余${p.m(b - a)}。`;
  },
  (p) => {
    const [x = 0n, y = 0n, z = 0n] = split(p.some(), 3, p);
    return `全年接待、培训、会议支出分别为${p.m(x)}、${p.m(y)}、${p.m(z)}，分别增长${p.rate()}、${p.rate()}、${p.rate()}，合计${p.m(x + y + z)}。`;
  },
  (p) => {
    const a = p.some(),
      b = (a * 7n) / 10n;
    return `财政收入由2020年的${p.m(b)}增加到2025年的${p.m(a)}，年均增长${p.rate()}，累计增长${p.pc(a - b, b)}。`;
  },
  (p) => {
    const a = p.some(),
      b = a / 3n;
    return `专项债券规模${p.m(a)}，是上年${p.m(b)}的${rounded(a * 10n, b * 10n, 1)}倍。`;
  },
  (p) => {
    const a = p.some();
    return `税收收入${p.m(a)}，税收占比${p.rate()}，比上年提高${p.n(1, 4)}.${p.n(0, 9)}个百分点。`;
  },
  (p) => {
    const a = p.some();
    return `${p.place}支出进度达到${p.rate()}，高于全省平均水平${p.n(1, 9)}.${p.n(0, 9)}个百分点，支出${p.m(a)}。`;
  },
  (p) => {
    const a = p.some(),
      b = p.some();
    return `一般公共预算支出预算由年初的${p.m(a)}调整为${p.m(a + b)}，增加${p.m(b)}，其中上级转移支付${p.m(b / 2n)}。`;
  },
  (p) => {
    const a = p.some();
    return `教育支出${p.m(a)}，占地区生产总值的4.${p.n(0, 9)}%，增长${p.rate()}。`;
  },
  (p) => {
    const a = p.some();
    return `争取上级资金${p.m(a)}，其中中央资金${p.m(a / 2n)}、省级资金${p.m(a / 5n)}，位居全市第${p.n(1, 9)}位。`;
  },
  (p) => {
    const a = p.some();
    return `落实减税降费政策，新增减税${p.m(a)}，其中：增值税留抵退税${p.m(a / 3n)}，小微企业受益${p.m(a / 2n)}，惠及市场主体${p.n(100, 999)}户。`;
  },
  (p) => {
    const a = p.some(),
      u = a / 9n;
    return `收入总计${p.m(a + u)}，其中：本级收入${p.m(a)}（含代管区${p.m(a / 6n)}），上年结转${p.m(u)}。`;
  },
  (p) => {
    const a = p.some();
    return `社会保险基金收入${p.m(a)}，增长${p.rate()}；支出${p.m((a * 9n) / 10n)}，增长${p.rate()}；当年结余${p.m(a - (a * 9n) / 10n)}，滚存结余${p.m(a * 2n)}。`;
  },
  (p) => {
    const a = p.some();
    return `截至年末，政府债务余额${p.m(a)}，债务率${p.rate()}，平均利率3.${p.n(10, 99)}%，一般债券平均年限${p.n(3, 9)}.${p.n(0, 9)}年。`;
  },
  (p) => {
    const a = p.some(),
      b = (a * 9n) / 10n;
    return `“三公”经费支出${p.m(a)}，比预算数减少${p.m(a / 8n)}，比上年决算数${p.m(b)}增加${p.m(a - b)}，增长${p.pc(a - b, b)}。`;
  },
  (p) => {
    const [x = 0n, y = 0n] = split(p.some(), 2, p);
    return `财政总收入${p.m(x + y)}，增长${p.rate()}，其中：上划中央收入${p.m(x)}，占${p.pc(x, x + y)}；地方收入${p.m(y)}，占${p.pc(y, x + y)}。`;
  },
  (p) => {
    const a = p.some();
    return `国有土地使用权出让收入${p.m(a)}，完成预算的${p.rate()}，短收${p.m(a / 4n)}。`;
  },
  (p) => {
    const a = p.some();
    return `按可比口径计算，收入${p.m(a)}，增长${p.rate()}；按自然口径计算下降${p.rate()}，减收${p.m(a / 20n)}。`;
  },
  (p) => {
    const a = p.some();
    return `动用预算稳定调节基金${p.m(a)}，年末余额${p.m(a / 3n)}，比上年末减少${p.m((a * 2n) / 3n)}。`;
  },
  (p) => {
    const a = p.some(),
      c = p.some();
    return `上半年完成${p.m(a)}，占全年预算的${p.rate()}；下半年完成${p.m(c)}，同比增长${p.rate()}，全年累计${p.m(a + c)}。`;
  },
  (p) => {
    const a = p.some();
    return `项目总投资${p.m(a * 4n)}，本年安排${p.m(a)}，已拨付${p.m((a * 4n) / 5n)}，拨付率${p.pc((a * 4n) / 5n, a)}。`;
  },
  (p) => {
    const a = p.some();
    return `审计查出违规资金${p.m(a)}，已整改${p.m((a * 9n) / 10n)}，整改率${p.pc((a * 9n) / 10n, a)}，涉及${p.n(3, 40)}个单位。`;
  },
  (p) => {
    const [x = 0n, y = 0n, z = 0n] = split(p.some(), 3, p);
    return `分级次看，市级${p.m(x)}，增长${p.rate()}；县级${p.m(y)}，下降${p.rate()}；乡级${p.m(z)}，与上年持平。`;
  },
  (p) => {
    const a = p.some();
    return `比上年同期多收${p.m(a)}，主要是一次性非税收入${p.m(a / 2n)}入库，占增收额的${p.pc(a / 2n, a)}。`;
  },
  (p) => {
    const a = p.some();
    return `2026年预算安排${p.m(a)}，比2025年预算增长${p.rate()}，比2025年执行数下降${p.rate()}。`;
  },
  (p) => {
    const a = p.some();
    return `${p.place}留抵退税${p.m(a)}，还原后一般公共预算收入${p.m(a * 9n)}，同口径增长${p.rate()}。`;
  },
  (p) => {
    const a = p.some();
    return `向县人代会报告的执行数为${p.m(a)}，决算数为${p.m(a + a / 500n)}，相差${p.m(a / 500n)}，主要是年终清算。`;
  },
  (p) => {
    const [x = 0n, y = 0n, z = 0n, w = 0n] = split(p.some(), 4, p);
    return `其他收入${p.m(x + y + z + w)}，包括利息${p.m(x)}、租金${p.m(y)}、捐赠${p.m(z)}、其他${p.m(w)}。`;
  },
  (p) => {
    const a = p.some(),
      s = (a * 7n) / 10n;
    return `采购预算${p.m(a)}，实际采购${p.m(s)}，节约${p.m(a - s)}，节约率${p.pc(a - s, a)}。`;
  },
  (p) =>
    `（${p.pick(['一', '二', '三', '四', '五'])}）${p.pick(['一般公共预算', '政府性基金预算', '国有资本经营预算', '社会保险基金预算', '转移支付', '政府债务'])}${p.pick(['执行情况', '情况', '收支决算情况'])}。`,
  (p) => {
    const a = p.some();
    return `其中：${p.pick(['教育', '农林水', '公共安全', '住房保障'])}支出${p.m(a)}，增长${p.rate()}，完成预算的${p.rate()}；${p.pick(['科学技术', '卫生健康', '城乡社区'])}支出${p.m(a / 2n)}，下降${p.rate()}，完成预算的${p.rate()}。`;
  },
  (p) => {
    const a = p.some();
    const b = (a * 95n) / 100n;
    return `${p.place}完成${p.m(a)}，占预算${p.m(b)}的${p.pc(a, b)}，增长${p.rate()}。`;
  },
  (p) => {
    const a = p.some();
    return `转移性收入${p.m(a)}，其中：返还性收入${p.m(a / 10n)}，一般性转移支付${p.m((a * 7n) / 10n)}，专项转移支付${p.m(a - a / 10n - (a * 7n) / 10n)}。`;
  },
];

/**
 * A paper of sentences that have nothing to do with each other.
 * @param seed what to write; the same seed gives the same paper
 */
export function scatteredFrom(seed: number): Paper {
  const chance = chanceFrom(seed);
  const print = chance.pick([
    { unit: '亿元', decimals: 2, thousands: false },
    { unit: '亿元', decimals: 1, thousands: false },
    { unit: '万元', decimals: 0, thousands: true },
    { unit: '万元', decimals: 0, thousands: false },
    { unit: '万元', decimals: 2, thousands: true },
  ]);
  const places = chance.pick([1, 2] as const);
  const printed = (amount: bigint, unit: string, decimals: number): string => {
    const [whole = '', rest] = rounded(amount, unit === '亿元' ? 1_000_000n : 100n, decimals).split('.');
    return (
      (print.thousands && unit === '万元' ? grouped(whole) : whole) + (rest === undefined ? '' : `.${rest}`) + unit
    );
  };
  const pen: Pen = {
    ...chance,
    place: chance.pick(['全市', '全县', '市本级', '区级', '我镇', '全省']),
    // Now and then a paper changes its unit in the middle of a sentence.
    m: (amount) =>
      !chance.once(25)
        ? printed(amount, print.unit, print.decimals)
        : print.unit === '亿元'
          ? printed(amount, '万元', 0)
          : printed(amount, '亿元', 2),
    pc: (a, b) => `${rounded(a * 100n, b, places)}%`,
    some: () => BigInt(10 ** 7 + chance.below(9 * 10 ** 8)),
    rate: () => `${3 + chance.below(95)}.${chance.below(10)}%`,
    n: (from, to) => String(from + chance.below(to - from + 1)),
  };
  const paragraph = (): string => {
    const count = 1 + chance.below(4);
    return Array.from({ length: count }, (_, index) => {
      const sentence = (sentences[chance.below(sentences.length)] ?? (() => ''))(pen);
      return index < count - 1 && chance.once(3) && !sentence.includes('其中')
        ? sentence.replace(/。$/, '；')
        : sentence;
    }).join('');
  };
  return {
    title: chance.pick([
      '示例市2025年财政预算执行情况报告',
      '示例县2025年财政决算',
      '示例区2026年预算草案',
      '示例镇2025年财政工作',
    ]),
    lines: Array.from({ length: 14 }, paragraph),
    tables: [],
  };
}
