import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../core/document/document.ts';
import type { Claim } from '../../../../core/recognise/narrative/claim.ts';
import { readNarrative } from '../../../../core/recognise/narrative/read-narrative.ts';
import { explanations } from '../../explanations.ts';
import { drain } from '../../../../tools/run.ts';

const paragraphs = (texts: readonly string[]): Paragraph[] =>
  texts.map((text, index) => ({ kind: 'paragraph', id: `p${index + 1}`, text, place: {} }));
const claims = (...texts: string[]): readonly Claim[] => drain(readNarrative(paragraphs(texts), 2024, false)).claims;
/** What is stated of which item: key basis amount. */
const facts = (...texts: string[]): string[] =>
  claims(...texts).flatMap((claim) =>
    claim.kind === 'fact' ? [`${claim.item ?? '?'} ${claim.basis} ${claim.figure.text}`] : [],
  );

describe('facts', () => {
  it.each([
    [
      ['二、收入决算情况说明', '2024年度，收入合计 927.71 万元，其中：财政拨款收入 907.94 万元'],
      ['income outturn 927.71', 'source:fiscal outturn 907.94'],
    ],
    [
      ['三、支出决算情况说明', '支出合计1,127.00万元，其中：', '基本支出204.37万元，占比18.13%；'],
      ['expenditure outturn 1,127.00', 'basic outturn 204.37'],
    ],
    [
      ['四、财政拨款收入支出决算总体情况说明', '2024年度财政拨款收入总计1,131.45万元，支出总计1,131.45万元。'],
      ['fiscal:income outturn 1,131.45', 'fiscal:expenditure outturn 1,131.45'],
    ],
    [
      ['九、“三公”经费支出决算情况说明', '公务接待费，全年预算为0.30万元，支出决算为0.11万元，完成全年预算的36.67%。'],
      ['three-public:reception full 0.30', 'three-public:reception outturn 0.11'],
    ],
    [
      [
        '一、“三公”经费财政拨款决算情况',
        '2024年度“三公”经费财政拨款决算数1.91万元，比2024年度“三公”经费财政拨款年初预算4.39万元减少2.48万元。',
      ],
      ['three-public:total outturn 1.91', 'three-public:total initial 4.39'],
    ],
    [
      [
        '五、一般公共预算财政拨款支出决算情况说明',
        '2024年一般公共预算财政拨款决算支出1,126.92万元，占本年支出合计的99.99%。',
      ],
      ['general outturn 1,126.92'],
    ],
    // Of another year; in the performance report; in the glossary.
    [['二、收入决算情况说明', '2023年度收入合计100.00万元。'], []],
    [['十三、预算绩效情况说明', '2024年度收入合计100.00万元。'], []],
    [['第四部分 名词解释', '一、收入合计100.00万元。'], []],
    // 基本支出 outside its section may be another.
    [['五、一般公共预算财政拨款支出决算情况说明', '基本支出100.00万元。'], ['? outturn 100.00']],
  ])('%j', (texts, expected) => expect(facts(...texts)).toEqual(expected));

  it('of a budget are budgeted', () => {
    const budget = drain(readNarrative(paragraphs(['“三公”经费预算情况', '公务接待费4万元。']), 2022, true));
    expect(budget.claims).toMatchObject([{ kind: 'fact', item: 'three-public:reception', basis: 'budget' }]);
  });
});

describe('what follows from a sentence', () => {
  const brief = (...texts: string[]): string[] =>
    claims(...texts).flatMap((claim): string[] => {
      switch (claim.kind) {
        case 'growth':
          return [
            `${claim.change?.text ?? '?'} ${claim.rises ? 'up' : 'down'} ${claim.percent?.text ?? '-'} of ${claim.currents.map((figure) => figure.text).join(' or ')}${claim.previous ? ` from ${claim.previous.text}` : ''}`,
          ];
        case 'share':
          return [
            `${claim.parts.map((figure) => figure.text).join('+')} is ${claim.percent.text} of ${claim.wholes.map((figure) => figure.text).join(' or ')}`,
          ];
        case 'completion':
          return [`${claim.outturn.text} is ${claim.percent.text} of budget ${claim.budget.text}`];
        case 'difference':
          return [
            `${claim.outturn.text} ${claim.above ? 'above' : 'below'} ${claim.budget.text} by ${claim.difference.text}`,
          ];
        case 'account':
          return [
            `account ${claim.path.map(({ name, level }) => `${name}:${level ?? '?'}`).join(' ')} = ${claim.outturn.text}`,
          ];
        case 'accounts':
          return [`${claim.entries.length} accounts make ${claim.outturn.text}`];
        case 'nothing':
          return [`no ${claim.item}: ${claim.figure.text}`];
        case 'count':
          return [
            `${claim.total.text} = ${claim.parts.map((figure) => figure.text).join('+')}${claim.complete ? '' : '+?'}`,
          ];
        default:
          return [];
      }
    });

  it.each([
    [
      '收、支总计均为 927.71 万元。与上年度相比，收、支总计各减少 6.15 万元，下降 0.66%。',
      ['6.15 down 0.66% of 927.71'],
    ],
    // The name that the change repeats is another one.
    ['基本支出 907.94 万元。与上年度相比，一般公共预算财政拨款支出增加 91.85 万元，增长 11.25%。', []],
    [
      '项目支出预算 45,205,242.17 元，比2023年41,953,962.26元增加3,251,279.91元，增长7.75%。',
      ['3,251,279.91 up 7.75% of 45,205,242.17 from 41,953,962.26'],
    ],
    ['机关运行经费支出合计79.21万元，比上年减少30.81万元，减少原因：机构改革。', []],
    [
      '公务用车购置及运行费全年预算为 1.50 万元，支出决算为 2.45 万元，完成全年预算的 163%。',
      ['2.45 is 163% of budget 1.50'],
    ],
    ['行政运行年初预算为 1.50 万元，支出决算为 2.45 万元，完成调整预算的 163%。', []],
    ['决算数1.91万元，比年初预算4.39万元减少2.48万元。', ['1.91 below 4.39 by 2.48']],
    ['接待费全年预算为0.30万元，支出决算为0.30万元。决算数与预算数无差异。', ['0.30 above 0.30 by 无差异']],
    ['接待费全年预算为0.30万元，支出决算为0.29万元。决算数与预算数基本一致。', []],
    [
      '支出合计10.00万元，其中：基本支出6.00万元，占60.00%；项目支出4.00万元，占40.00%。',
      ['6.00 is 60.00% of 10.00', '4.00 is 40.00% of 10.00'],
    ],
    ['基本支出6.00万元，占60.00%。', []],
    ['共有车辆6辆，其中：机要通信用车1辆、应急保障用车2辆；单位价值100万元以上设备3台。', ['6 = 1+2+?']],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected));

  it('reads the path of an account', () => {
    expect(
      brief(
        '五、一般公共预算财政拨款支出决算情况说明',
        '1.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为2.00万元，支出决算为1.00万元。',
      ),
    ).toEqual(['account 一般公共服务支出:class 政府办公厅(室)及相关机构事务:section 行政运行:item = 1.00']);
    expect(
      brief(
        '五、一般公共预算财政拨款支出决算情况说明',
        '2、“社会保障和就业支出”2024年度年初预算114.42万元，2024年度决算133.98万元。',
      ),
    ).toEqual(['account 社会保障和就业支出:? = 133.98']);
  });

  it('reads the list of accounts, but not one that holds more than an account a paragraph', () => {
    expect(brief(...explanations)).toContain('3 accounts make 470.75');
    const nested = explanations.map((text) =>
      text.replace('完成年初预算的94.74%。', '完成年初预算的94.74%。“事业运行”年初预算1.00万元，决算1.00万元。'),
    );
    expect(brief(...nested).filter((line) => line.includes('accounts make'))).toEqual([]);
  });

  it('reads what there was none of', () => {
    expect(
      brief(
        '七、政府性基金预算财政拨款支出决算情况说明',
        '2024 年度没有政府性基金收入，也没有使用政府性基金安排的支出。',
      ),
    ).toEqual(['no fund-income: 没有政府性基金收入', 'no fund: 没有使用政府性基金安排的支出']);
  });
});
