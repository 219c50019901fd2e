import { print, type Amount, type Sheet, type Style } from './sheet.ts';
import { ratio } from './told.ts';

/** The amount of a form in the row that begins so, by its place among the amounts of that row. */
type Reader = (title: string, row: string, nth?: number) => Amount;

function readerOf(sheets: readonly Sheet[]): Reader {
  const none: Amount = { fen: 0n, parts: null, minus: [] };
  return (title, label, nth = 0) => {
    const sheet = sheets.find(({ above }) => above[0]?.endsWith(title));
    const row =
      sheet?.body.find((cells) =>
        cells.some((cell) => typeof cell === 'string' && cell.replace(/\s/g, '') === label),
      ) ?? [];
    // In a summary of two lanes the amounts that belong to a name stand behind it.
    const from = row.findIndex((cell) => typeof cell === 'string' && cell.replace(/\s/g, '') === label);
    return row.slice(from).filter((cell): cell is Amount => typeof cell === 'object' && 'fen' in cell)[nth] ?? none;
  };
}

/** How the text beside forms prints money: as they do, or 元 and six decimals in 万元 with two. */
const textStyle = (style: Style): Style =>
  style.decimals === 2 && style.unit === '万元'
    ? style
    : { ...style, unit: '万元', decimals: 2, blankZeros: false, thousands: false };

interface Words {
  readonly at: Reader;
  readonly w: (amount: Amount) => string;
  readonly share: (part: Amount, whole: Amount) => string;
}

function wordsFor(sheets: readonly Sheet[], style: Style): Words {
  const own = { ...textStyle(style), blankZeros: false };
  return {
    at: readerOf(sheets),
    w: (amount) => `${print(amount, own)}万元`,
    share: (part, whole) => (whole.fen > 0n ? ratio(part.fen, whole.fen, 2) : '0%'),
  };
}

/**
 * What the explanations of final accounts say beside their forms, figure by figure those of the forms.
 * @param sheets the nine forms
 * @param style of the forms
 */
export function accountLines(sheets: readonly Sheet[], style: Style): string[] {
  const { at, w, share } = wordsFor(sheets, style);
  const beijing = sheets.some(({ head }) => head.some((row) => row.startsWith('项目|合计|因公出国')));
  const [income, expenditure, general] = ['收入决算表', '支出决算表', '一般公共预算财政拨款支出决算表'];
  const [came, spent, ofGeneral] = [at(income, '合计'), at(expenditure, '合计'), at(general, '合计')];
  const three = beijing
    ? {
        budget: [0, 1, 2, 3].map((nth) => at('财政拨款“三公”经费支出决算表', '2024年预算', nth)),
        outturn: [0, 1, 2, 3].map((nth) => at('财政拨款“三公”经费支出决算表', '2024年决算', nth)),
      }
    : null;
  const list = ['一般公共服务支出', '教育支出', '社会保障和就业支出', '卫生健康支出', '住房保障支出']
    .map((name) => [name, at(general, name)] as const)
    .filter(([, amount]) => amount.fen > 0n);
  return [
    '第三部分 2024年度部门决算情况说明',
    '一、收入支出决算总体情况说明',
    `2024年度收入总计${w(at('收入支出决算总表', '总计'))}，支出总计${w(at('收入支出决算总表', '总计'))}。`,
    '二、收入决算情况说明',
    `2024年度收入合计${w(came)}，其中：财政拨款收入${w(at(income, '合计', 1))}，占${share(at(income, '合计', 1), came)}；其他收入${w(at(income, '合计', 6))}，占${share(at(income, '合计', 6), came)}。`,
    '三、支出决算情况说明',
    `2024年度支出合计${w(spent)}，其中：基本支出${w(at(expenditure, '合计', 1))}，占${share(at(expenditure, '合计', 1), spent)}；项目支出${w(at(expenditure, '合计', 2))}，占${share(at(expenditure, '合计', 2), spent)}。`,
    '五、一般公共预算财政拨款支出决算情况说明',
    `2024年度一般公共预算财政拨款支出${w(ofGeneral)}，占本年支出合计的${share(ofGeneral, spent)}。`,
    `2024年度一般公共预算财政拨款支出${w(ofGeneral)}，主要用于以下方面：${list.map(([name, amount]) => `${name}（类）${w(amount)}，占${share(amount, ofGeneral)}`).join('；')}。`,
    '六、一般公共预算财政拨款基本支出决算情况说明',
    `2024年度一般公共预算财政拨款基本支出${w(at(general, '合计', 1))}，其中：人员经费${w(at('一般公共预算财政拨款基本支出决算明细表', '人员经费合计'))}，公用经费${w(at('一般公共预算财政拨款基本支出决算明细表', '公用经费合计'))}。`,
    ...(three
      ? [
          '九、“三公”经费支出决算情况说明',
          `2024年度“三公”经费财政拨款支出全年预算为${w(three.budget[0] ?? came)}，支出决算为${w(three.outturn[0] ?? came)}。其中：因公出国（境）费支出决算${w(three.outturn[1] ?? came)}，公务接待费支出决算${w(three.outturn[2] ?? came)}，公务用车购置及运行维护费支出决算${w(three.outturn[3] ?? came)}。`,
        ]
      : []),
  ];
}

/**
 * What a budget's text says beside its forms.
 * @param sheets the budget set
 * @param style of the forms
 */
export function budgetLines(sheets: readonly Sheet[], style: Style): string[] {
  const { at, w, share } = wordsFor(sheets, style);
  const [summary, spending, basic, cars] = [
    '部门收支总体情况表',
    '部门支出总体情况表',
    '一般公共预算基本支出情况表',
    '一般公共预算“三公”经费支出情况表',
  ];
  const total = at(summary, '支出总计');
  return [
    '二、2024年部门预算收支及增减变化情况说明',
    '（一）收入预算说明',
    `2024年收入总预算${w(at(summary, '收入总计'))}，其中：政府性基金预算拨款收入${w(at(summary, '二、政府性基金预算拨款收入'))}，国有资本经营预算拨款收入${w(at(summary, '三、国有资本经营预算拨款收入'))}，其他收入${w(at(summary, '四、其他收入'))}。`,
    '（二）支出预算说明',
    `2024年支出总预算${w(total)}。`,
    `1.基本支出预算${w(at(spending, '合计', 1))}，占支出总预算的${share(at(spending, '合计', 1), total)}。`,
    `2.项目支出预算${w(at(spending, '合计', 2))}，占支出总预算的${share(at(spending, '合计', 2), total)}。`,
    '三、2024年一般公共预算基本支出情况说明',
    `2024年一般公共预算基本支出${w(at(basic, '合计'))}，其中：人员经费${w(at(basic, '合计', 1))}，公用经费${w(at(basic, '合计', 2))}。`,
    '四、部门“三公”经费财政拨款预算说明',
    `2024年“三公”经费财政拨款预算${w(at(cars, '2024年'))}，其中：因公出国（境）费${w(at(cars, '2024年', 1))}，公务接待费${w(at(cars, '2024年', 2))}，公务用车购置费${w(at(cars, '2024年', 3))}，公务用车运行维护费${w(at(cars, '2024年', 4))}。`,
  ];
}
