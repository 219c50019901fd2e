import { chanceFrom, grouped, rounded, split, type Chance } from './chance.ts';

/** Amounts are whole 分 of 元, printed in 万元 with two decimals: hundredths of 万元. */
const money = (amount: bigint, thousands: boolean): string => {
  const digits = amount.toString().padStart(3, '0');
  const whole = digits.slice(0, -2);
  return `${thousands ? grouped(whole) : whole}.${digits.slice(-2)}万元`;
};

const accounts = [
  '一般公共服务支出（类）',
  '教育支出（类）',
  '社会保障和就业支出（类）',
  '卫生健康支出（类）',
  '农林水支出（类）',
  '住房保障支出（类）',
] as const;
const uses = [
  '行政运行（项）',
  '一般行政管理事务（项）',
  '机关服务（项）',
  '事业运行（项）',
  '住房公积金（项）',
  '机关事业单位基本养老保险缴费支出（项）',
] as const;

interface Pen extends Chance {
  readonly say: (amount: bigint) => string;
  readonly share: (a: bigint, b: bigint) => string;
  readonly year: number;
}

/** 比上年…: a change whose base follows from it. */
function change({ pick, say, share, below, year }: Pen, now: bigint): string {
  const before = (now * BigInt(70 + below(70))) / 100n || 1n;
  const gap = now > before ? now - before : before - now;
  if (gap === 0n) return pick(['，与上年持平', `，与${year - 1}年度一致`]);
  const [word, rise] =
    now > before ? [pick(['增加', '增长']), pick(['增长', '上升'])] : [pick(['减少']), pick(['下降', '降低'])];
  const than = pick(['比上年', '较上年', `比${year - 1}年度`, `与${year - 1}年相比，`, '与上年相比']);
  return pick([
    `，${than}${word === '增长' ? '增加' : word}${say(gap)}，${rise}${share(gap, before)}`,
    `，${than}${word === '增长' ? '增加' : word}${say(gap)}`,
    '',
  ]);
}

/** A part or nothing, with what a paper may say of it. */
function sharesOf(pen: Pen, whole: bigint, parts: readonly (readonly [string, bigint])[]): string {
  const named = pen.pick(['占', '占比', '占本年合计的', '']);
  return parts
    .map(
      ([name, amount]) =>
        `${name}${pen.pick(['', '为'])}${pen.say(amount)}${named === '' ? '' : `，${named.startsWith('占本') && pen.once(2) ? '占' : named.startsWith('占本') ? '占' : named}${pen.share(amount, whole)}`}`,
    )
    .join('；');
}

/**
 * The explanations of a department in the words of many places, beside no forms: all figures agree, or cannot be compared.
 * @param seed what to write; the same seed gives the same text
 */
export function explanationFrom(seed: number): { readonly title: string; readonly lines: readonly string[] } {
  const chance = chanceFrom(seed);
  const thousands = chance.once(2);
  const year = 2019 + chance.below(7);
  const pen: Pen = {
    ...chance,
    year,
    say: (amount) => money(amount, thousands),
    share: (a, b) => (b === 0n ? '0%' : `${rounded(a * 100n, b, 2)}%`),
  };
  const { pick, say, share, below, once } = pen;
  const some = (digits: number): bigint => BigInt(10 ** (digits - 1) + below(9 * 10 ** (digits - 1)));
  const [general, fund, undertaking, other] = [
    some(7),
    once(2) ? some(5) : 0n,
    once(2) ? some(6) : 0n,
    once(2) ? some(5) : 0n,
  ];
  const opening = some(5);
  const income = general + fund + undertaking + other;
  const all = income + opening;
  const closing = opening / BigInt(2 + below(5));
  const spent = all - closing;
  const [basic = 0n, project = 0n] = split(spent, 2, pen);
  const fiscalSpent = general - closing / 3n;
  const [personnel = 0n, operating = 0n] = split((fiscalSpent * 3n) / 5n, 2, pen);
  const items = split(fiscalSpent, 6, pen);
  const three = [once(3) ? some(4) : 0n, some(4), some(3)] as const;
  const threeAll = three[0] + three[1] + three[2];
  const threeBudget = (threeAll * BigInt(100 + below(60))) / 100n;
  const procurement = split(some(6), 3, pen);
  const bought = procurement.reduce((sum, amount) => sum + amount, 0n);
  const running = operating / BigInt(1 + below(3));
  const account = (amount: bigint, index: number): string => {
    const budget = (amount * BigInt(80 + below(40))) / 100n;
    const word =
      amount > budget
        ? pick(['决算数大于年初预算数的主要原因是人员增加', '决算数高于预算数'])
        : pick(['决算数小于年初预算数的主要原因是厉行节约', '决算数低于预算数']);
    const name = `${accounts[index] ?? ''}${uses[index] ?? ''}`;
    return pick([
      `${index + 1}.${name}${pick(['。', '：', ''])}年初预算为${say(budget)}，支出决算为${say(amount)}，完成年初预算的${share(amount, budget)}${amount === budget ? '' : `，${word}`}。`,
      `${index + 1}.${name}支出决算${say(amount)}${change(pen, amount)}，主要用于日常运转。`,
      `${index + 1}.${name}年初预算为0.00万元，支出决算为${say(amount)}，主要是年中追加。`,
      `${index + 1}.${name}${say(amount)}，占${share(amount, fiscalSpent)}，完成预算的${String(70 + below(50))}.${String(below(10))}%。`,
    ]);
  };
  return {
    title: `示例市公园管理中心${year}年度部门决算`,
    lines: [
      `第三部分 ${year}年度部门决算情况说明`,
      '一、收入支出决算总体情况说明',
      pick([
        `${year}年度收入、支出总计均为${say(all)}${change(pen, all)}。`,
        `${year}年度收、支总计${say(all)}。与上年度相比，收、支总计各增加${say(all / 7n)}。`,
        `${year}年度收入总计${say(all)}，其中：本年收入合计${say(income)}，年初结转和结余${say(opening)}；支出总计${say(all)}，其中：本年支出合计${say(spent)}，年末结转和结余${say(closing)}。`,
      ]),
      '二、收入决算情况说明',
      `${pick(['本年收入合计', `${year}年度收入合计`])}${say(income)}，其中：${sharesOf(pen, income, [['一般公共预算财政拨款收入', general] as const, ['政府性基金预算财政拨款收入', fund] as const, ['事业收入', undertaking] as const, ['其他收入', other] as const])}。`,
      '三、支出决算情况说明',
      `${pick(['本年支出合计', `${year}年度支出合计`])}${say(spent)}，其中：${sharesOf(pen, spent, [['基本支出', basic] as const, ['项目支出', project] as const])}。`,
      ...(once(2)
        ? [`项目支出${say(project)}中，信息化建设${say(project / 4n)}、专项检查${say(project / 9n)}等。`]
        : []),
      '五、一般公共预算财政拨款支出决算情况说明',
      `${year}年度一般公共预算财政拨款支出${say(fiscalSpent)}，占本年支出合计的${share(fiscalSpent, spent)}${change(pen, fiscalSpent)}。`,
      ...(once(2)
        ? [
            `其中：${accounts.map((name, index) => `${name}${say(items[index] ?? 0n)}，占${share(items[index] ?? 0n, fiscalSpent)}`).join('；')}。`,
          ]
        : []),
      ...items.map(account),
      '六、一般公共预算财政拨款基本支出决算情况说明',
      `一般公共预算财政拨款基本支出${say(personnel + operating)}，其中：人员经费${say(personnel)}，公用经费${say(operating)}。`,
      '七、“三公”经费支出决算情况说明',
      `${year}年度“三公”经费${pick(['财政拨款', ''])}支出预算为${say(threeBudget)}，支出决算为${say(threeAll)}，完成预算的${share(threeAll, threeBudget)}${change(pen, threeAll)}。其中：因公出国（境）费支出决算${say(three[0])}，占${share(three[0], threeAll)}；公务用车购置及运行维护费支出决算${say(three[1])}，占${share(three[1], threeAll)}；公务接待费支出决算${say(three[2])}，占${share(three[2], threeAll)}。`,
      `公务接待费支出${say(three[2])}，国内接待${String(3 + below(90))}批次、${String(20 + below(900))}人次${change(pen, three[2])}。`,
      '十、其他重要事项的情况说明',
      `机关运行经费支出${say(running)}${change(pen, running)}。`,
      `政府采购支出总额${say(bought)}，其中：政府采购货物支出${say(procurement[0] ?? 0n)}、政府采购工程支出${say(procurement[1] ?? 0n)}、政府采购服务支出${say(procurement[2] ?? 0n)}。授予中小企业合同金额${say(bought / 2n)}，占政府采购支出总额的${share(bought / 2n, bought)}。`,
      ...(once(2)
        ? [
            `其中：授予小微企业合同金额${say(bought / 5n)}，占授予中小企业合同金额的${share(bought / 5n, bought / 2n)}。`,
          ]
        : []),
      ...(once(2)
        ? [
            `本部门对${String(2 + below(20))}个项目开展绩效自评，涉及资金${say(project - project / 11n)}，占项目支出总额的${share(project - project / 11n, project)}。`,
          ]
        : []),
    ],
  };
}
