import { describe, expect, it } from 'vitest';
import { accounts, withCell } from '../accounts.ts';
import { reportOf, rulesWith, type Drawn } from '../build.ts';
import { scoreTable } from '../evaluations.ts';
import { explanations, reworded, withText } from '../explanations.ts';
import { rewordings } from './rewordings.ts';

const alarms = (paragraphs: readonly string[], tables?: Parameters<typeof withText>[1], title?: string): string[] =>
  rulesWith(reportOf(withText(paragraphs, tables, title)), 'inconsistent');
/** Sentences on a page of their own, without forms. */
const alone = (...paragraphs: string[]): string[] => alarms(paragraphs, [], '示例市“三公”经费情况');

describe('explanations that agree with their forms', () => {
  it('give no finding', () => {
    const report = reportOf(withText(explanations));
    expect(report.findings).toEqual([]);
    expect(report.unchecked).toEqual([]);
    expect(report.coverage.checked).toBeLessThanOrEqual(report.coverage.amounts);
  });

  it('are checked amount by amount', () => {
    const report = reportOf(withText(explanations));
    const forms = reportOf(withText([]));
    // All but the two amounts of the evaluation report that no rule speaks of.
    expect(report.coverage.amounts - report.coverage.checked).toBe(2);
    expect(report.coverage.checked).toBeGreaterThan(forms.coverage.checked + 60);
  });

  it.each(Object.entries(rewordings))('%s fails when its sentence is changed', (rule, { from, to }) => {
    const report = reportOf(withText(reworded(from, to)));
    expect(rulesWith(report, 'inconsistent')).toContain(rule);
    const telling = report.findings.filter(
      (one) => one.rule === rule || one.related.some((other) => other.rule === rule),
    );
    const places = telling.flatMap((finding) =>
      finding.places.flatMap((place) => ('paragraph' in place ? [place] : [])),
    );
    const changed = places.filter((place) =>
      report.paragraphs.some((paragraph) => paragraph.id === place.paragraph && paragraph.text.includes(to)),
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const place of places)
      expect(
        report.paragraphs.find((paragraph) => paragraph.id === place.paragraph)?.text.slice(place.start, place.end),
      ).toBe(place.text);
  });

  it('blame the one wrong amount of the text, though its own percentage agrees with it', () => {
    const wrong = reworded(
      '支出决算为320.50万元，完成年初预算的98.62%',
      '支出决算为325.00万元，完成年初预算的100%。决算数与年初预算数不存在差异',
    );
    const { findings } = reportOf(withText(wrong));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.places.filter((place) => place.role === 'suspect').map((place) => place.text)).toEqual([
      '325.00',
    ]);
    expect(findings[0]?.likely).toBe('320.5');
  });

  it('are not tied to forms when there are two sets of them', () => {
    const other = withCell('income', 3, 2, '550.00').map((drawn) => ({
      ...drawn,
      above: (drawn.above ?? []).map((line) => line.replace('示例市政务服务中心', '示例市政务服务中心（本级）')),
    }));
    const report = reportOf(
      withText(reworded('收、支总计均为545.25万元', '收、支总计均为554.25万元'), [
        ...withCell('income', 3, 2, '550.00'),
        ...other,
      ]),
    );
    expect(report.sets).toHaveLength(2);
    expect(rulesWith(report, 'inconsistent')).not.toContain('narrative/stated-total');
    expect(report.unchecked).toContainEqual(
      expect.objectContaining({ rule: 'narrative/stated-total', reason: 'unclear-set' }),
    );
  });
});

describe('sentences that only a form completes', () => {
  const general = '五、一般公共预算财政拨款支出决算情况说明';
  const threePublic = [
    '九、财政拨款“三公”经费支出决算情况说明',
    '2024年度“三公”经费财政拨款支出全年预算为9.80万元，支出决算为8.25万元。',
  ];
  const expenditure = '三、支出决算情况说明';
  it.each([
    [
      'a share of a total that the text does not state',
      'ratio/share',
      [general, '1.社会保障和就业支出60.25万元，占一般公共预算财政拨款支出的12.80%。'],
      '12.80%',
      '18.20%',
    ],
    [
      'a difference from a budget that the text does not state',
      'ratio/completion',
      [...threePublic, '（三）公务接待费支出决算2.00万元，比2024年度预算减少0.30万元。'],
      '0.30',
      '0.90',
    ],
    [
      'an account with its code in front of its name',
      'narrative/stated-account',
      [general, '（一）2010301行政运行320.50万元。主要用于人员经费。'],
      '320.50',
      '325.50',
    ],
    [
      'the opening balance under the heading of income',
      'narrative/stated-total',
      [
        '一、收入决算情况说明',
        '本部门2024年度收入总计556.25万元，其中年初结转和结余5.25万元；本年收入合计550.00万元。',
      ],
      '5.25',
      '5.52',
    ],
    [
      'a use of basic expenditure that is one of the “three public” too',
      'narrative/stated-account',
      [
        '六、一般公共预算财政拨款基本支出决算情况说明',
        '公用经费70.00万元，主要包括：办公费56.40万元、公务接待费1.50万元、公务用车运行维护费2.10万元。',
      ],
      '1.50',
      '1.80',
    ],
    [
      'classes in paragraphs of their own',
      'ratio/share',
      [
        general,
        '2024年度一般公共预算财政拨款支出470.75万元。',
        '（四）比较情况。2024年度一般公共预算财政拨款支出主要用于以下几个方面：',
        '（1）一般公共服务支出410.50万元，占87.20%，较年初预算数增加10.50万元，增长2.63%。',
      ],
      '87.20%',
      '82.70%',
    ],
  ])('%s', (_name, rule, lines, from, to) => {
    expect(alarms(lines, accounts)).toEqual([]);
    expect(alarms(reworded(from, to, lines), accounts)).toContain(rule);
  });

  it('hold the parts of a heading against no other amount', () => {
    expect(
      alarms(
        [
          expenditure,
          '2024年度支出合计520.75万元。',
          '1.教育支出（类）10.00万元，占5.00%。其中：小学教育5.00万元，占教育支出的50.00%。',
        ],
        [],
      ),
    ).toContain('ratio/share');
    expect(alarms(['十、其他情况说明', '1.教育支出（类）10.00万元，占5.00%。'], accounts)).toEqual([]);
  });
});

describe('what sentences leave open', () => {
  it('does not mix the bodies of a page', () => {
    expect(
      alone(
        '甲局“三公”经费支出决算10.00万元。',
        '乙局“三公”经费支出决算中，因公出国（境）费支出1.00万元，公务用车购置及运行费支出2.00万元，公务接待费支出3.00万元，占50.00%。',
        '丙局“三公”经费支出决算20.00万元。',
      ),
    ).toEqual([]);
    expect(
      alone(
        '九、“三公”经费支出决算情况说明',
        '甲局“三公”经费支出10.00万元。公务接待费支出1.00万元。',
        '乙局“三公”经费支出20.00万元。公务接待费支出2.00万元。',
      ),
    ).toEqual([]);
  });

  it('ties nothing when the text explains two sets', () => {
    const other = explanations.map((text) => text.replaceAll('550.00', '350.00').replaceAll('556.25', '356.25'));
    const report = reportOf(withText([...explanations, ...other]));
    expect(rulesWith(report, 'inconsistent').filter((rule) => rule.startsWith('narrative/stated'))).toEqual([]);
    expect(report.unchecked).toContainEqual(
      expect.objectContaining({ rule: 'narrative/stated-total', reason: 'unclear-set' }),
    );
  });

  it('takes what an account was used for not for its name', () => {
    expect(
      alarms(
        reworded(
          '行政运行（项）。年初预算为325.00万元，支出决算为320.50万元',
          '行政运行（项）。主要用于：一般行政管理事务。年初预算为325.00万元，支出决算为320.50万元',
        ),
      ),
    ).toEqual([]);
  });

  it('takes 总计 that is meant as 合计 for no contradiction', () => {
    expect(
      alarms(
        reworded(
          '收入总计556.25万元，支出总计556.25万元。与上年度相比，收入总计增加50.00万元，增长9.88%，支出总计增加50.00万元，增长9.88%',
          '收入总计550.00万元，支出总计520.75万元',
        ),
      ),
    ).toEqual([]);
  });

  it('does not add up a list with an item it does not know', () => {
    const text = reworded('基本支出380.75万元，占73.12%', '基本支出370.75万元，某种支出5.00万元');
    const report = reportOf(withText(text));
    expect(rulesWith(report, 'inconsistent')).not.toContain('narrative/composition');
    expect(report.unchecked).toContainEqual(
      expect.objectContaining({ rule: 'narrative/composition', reason: 'unknown-item' }),
    );
  });

  it('asks of a list that leaves items out only that it is not more than the whole', () => {
    const part = (share: string, amount: string): string[] =>
      alone('一、收入决算情况说明', `2024年度收入合计100.00万元，其中：财政拨款收入${amount}万元，占${share}。`);
    expect(part('80.00%', '80.00')).toEqual([]);
    expect(part('180.00%', '180.00')).toEqual(['narrative/composition']);
  });

  it('ties no account whose name fits several rows or none', () => {
    expect(
      alarms(
        reworded(
          '行政运行（项）。年初预算为325.00万元，支出决算为320.50万元',
          '行政管理（项）。年初预算为325.00万元，支出决算为320.50万元',
        ),
      ),
    ).toEqual([]);
  });

  it('does not hold the initial budget against the full-year budget of the form', () => {
    expect(
      alarms(
        reworded(
          '全年预算为9.80万元，支出决算为8.25万元，完成全年预算的84.18%',
          '年初预算为9.00万元，支出决算为8.25万元，完成年初预算的91.67%',
        ),
      ),
    ).toEqual([]);
  });

  it('divides by no zero', () => {
    const report = reportOf(
      withText(
        [
          '三、政府采购支出情况说明',
          '2024年度政府采购支出总额0.00万元，其中：政府采购货物支出0.00万元、政府采购工程支出0.00万元、政府采购服务支出0.00万元。授予中小企业合同金额0.00万元，占政府采购支出总额的100.00%。',
        ],
        [],
        '示例局2024年度部门决算',
      ),
    );
    expect(report.findings).toEqual([]);
    expect(report.unchecked).toContainEqual(expect.objectContaining({ rule: 'ratio/share', reason: 'zero-base' }));
  });
});

describe('what an evaluation report repeats', () => {
  it('finds 元 for 万元, and leaves another scope alone', () => {
    const said = (amount: string): string[] =>
      alarms([
        ...explanations.filter((text) => !text.startsWith('第四部分') && !text.startsWith('一、财政拨款收入：')),
        `我单位2024年三公预算数${amount}，全部执行。`,
      ]);
    expect(said('9.8元')).toEqual(['narrative/evaluation']);
    expect(said('6.50万元')).toEqual([]);
  });

  it('names the units where amounts differ by nothing else', () => {
    const { findings } = reportOf(
      withText([...explanations.slice(0, explanations.indexOf('第四部分 名词解释')), '我单位2024年三公预算数9.8元。']),
    );
    const [finding] = findings;
    expect(finding?.equation).toBe('9.80 万元 ≠ 9.8 元');
    expect(finding?.message).toContain('为 9.8 元');
    expect(finding?.message).toContain('为 9.80 万元');
    expect(finding?.terms.map((term) => term.text)).toEqual(['9.80 万元', '9.8 元']);
  });

  it('holds the deviation rate against the form', () => {
    const said = (rate: string): string[] =>
      alarms(['十三、预算绩效情况说明', `2024年度收入合计550.00万元，预决算差异率${rate}。`], [scoreTable]);
    expect(said('25.00%')).toEqual([]);
    expect(said('0%')).toEqual(['narrative/evaluation']);
    const { findings } = reportOf(
      withText(['十三、预算绩效情况说明', '2024年度收入合计550.00万元，预决算差异率0%。'], [scoreTable]),
    );
    expect(findings[0]?.equation).toBe('25.00% ≠ 0%');
  });

  it('holds the rate of execution against the form, where it speaks of the same money', () => {
    const said = (budget: string, rate: string) =>
      reportOf(
        withText(
          ['十三、预算绩效情况说明', `2024年全年预算数${budget}万元。资金总体支出150.00万元。预算执行率为${rate}。`],
          [scoreTable],
        ),
      ).findings;
    expect(said('200.00', '75.00%')).toEqual([]);
    const [finding, ...others] = said('200.00', '100%');
    expect(others).toEqual([]);
    expect(finding?.rule).toBe('narrative/evaluation');
    expect(finding?.related.map(({ rule }) => rule)).toEqual(['ratio/completion']);
    expect(finding?.diagnosis).toMatchObject({ kind: 'suspect', changes: [{ likelyText: '75%' }] });
    // Another budget is another scope.
    expect(said('300.00', '50.00%')).toEqual([]);
    expect(said('300.00', '100%').map(({ rule }) => rule)).toEqual(['ratio/completion']);
  });
});

describe('sentences as pages print them', () => {
  it.each([
    [
      'a change that leaves out an item of last year',
      '2019年，一般公共预算拨款安排的“三公”经费决算支出数为1165.08万元，按同口径同比减少63.96万元，下降5.2%。其中：因公出国（境）费支出0万元。公务用车购置费支出204.78万元，同比减少54.2万元，下降20.93%；公务用车运行维护费支出664.60万元，同比增加53.81万元，增长8.81%。公务接待费支出295.70万元，同比减少60.14万元，下降16.9%。',
    ],
    ['total income and expenditure alike', '2024年度收入总计556.25万元，支出总计556.25万元。'],
    [
      'whole 万元',
      '决算总额2771万元，比上年下降1.8%。分项情况是：因公出国（境）经费决算120万元，比上年增长79.1%；公务接待费决算1033万元，与上年下降7.6%；公务用车购置及运行费决算1618万元，比上年下降1.2%，其中：公务用车购置费决算414万元，比上年增长7.5%；公务用车运行费决算1204万元，与上年下降3.9%。',
    ],
    [
      'kinds within brackets',
      '2021年“三公”经费支出预算为4432万元，与2020年预算基本持平，其中：因公出国（境）费用39万元，公务接待费323万元，公务用车购置及运行维护费4070万元（包括：公务用车运行维护费2648万元、公务用车购置1422万元）。',
    ],
    [
      'part of a list with shares',
      '2019年度“三公”经费财政拨款支出预算为44.52万元，2019年实际支出“三公经费”决算为22.62万元。其中公务接待费为20.10万元，占88.86%；公务用车运行维护费为2.52万元，占11.14%。公务用车保有量为2辆。',
    ],
    [
      '元 with thousands separators',
      '2022年度一般公共预算财政拨款“三公”经费支出预算为145,500.00元，支出决算为390,118.10元，完成年初预算的268%。其中：因公出国（境）费支出决算为0元，完成预算的0%；公务用车购置及运行费支出决算为273,702.10元，占总支出决算的70.16%；公务接待费支出决算为116,416.00元，占总支出决算的29.84%。',
    ],
    [
      'an increase without the word for it',
      '“三公”经费支出决算数比2021年增加231,448.10元，增长145.87%。其中：公务用车购置及运行费支出决算174,732.10元，增长176.55%；公务接待费支出决算增加56,716.00元，增长95.00%。',
    ],
    [
      'a difference rounded apart',
      '2022年度“三公”经费预算总计21.8万元，其中：因公出国（境）经费0万元，公务接待11.8万元，公务用车运行费用10万元。2022年度“三公”经费预算较2021年度增加1.68万元，其中公务接待较上年同期减少0.58万元，减少4.68%。',
    ],
    [
      'a total one unit off',
      '2023年度收入总计434.72万元，其中：本年收入合计434.16万元，使用非财政拨款结余0.00万元，年初结转和结余0.55万元。',
    ],
    [
      'shares of amounts in 元',
      '社会保障和就业支出类科目116433.12元，同比增加16803.36元，增长16.87%。卫生健康支出类科目43897.73元，同比减少6014.46元，下降12.05 %。',
    ],
    [
      'two years in one sentence',
      '2024年部门预算“三公”经费财政拨款预算安排4,429.73元，2023年部门预算“三公”经费财政拨款预算安排4,120.32元，2024年比2023年增加309.41元，增长7.51%。',
    ],
    ['the year before in front', '2023年收入预算57,751,139.12元，比2023年增加3,447,381.12元，增长5.97%。'],
    ['about amounts', '政府采购预算约100万元，比上年增加50万元，增长10%。'],
    ['indices', '完成率%，2024年共接待国内来访团组5个，同比增长5%。'],
  ])('stay silent: %s', (_name, sentence) => {
    expect(alone(sentence)).toEqual([]);
  });

  it.each([
    [
      'growth divided by this year',
      'ratio/growth',
      '社会保障和就业支出类科目116433.12元，占支出总预算10.73%，同比增加16803.36元，增长14.43%。',
    ],
    [
      'growth with the earlier amount',
      'ratio/growth',
      '项目支出预算45,205,242.17元，比2023年41,953,962.26元增加3,251,279.91元，增长7.57%。',
    ],
    ['the change itself', 'ratio/growth', '项目支出预算45,205,242.17元，比2023年41,953,962.26元增加3,521,279.91元。'],
    ['rise and fall in one breath', 'ratio/growth', '机关运行经费支出15.57万元，比2023年增加1.14万元，下降7.9%。'],
    [
      'completion against the difference',
      'ratio/completion',
      '2017年度，本单位一般公共预算财政拨款支出总计1741.75万元，与上年相比减少53.7万元，降低2.99%；完成年初预算100%，决算数大于预算数55.93万元',
    ],
    [
      'total income and expenditure apart, with the balances that make them totals',
      'narrative/balance',
      '2024年度收入总计556.25万元，其中：本年收入合计500.25万元，使用非财政拨款结余0.00万元，年初结转和结余56.00万元；支出总计565.25万元，其中：本年支出合计555.25万元，结余分配0.00万元，年末结转和结余10.00万元。',
    ],
    [
      'words against amounts',
      'narrative/difference',
      '公务接待费，全年预算为0.30万元，支出决算为0.11万元，完成全年预算的36.67%。决算数与预算数无差异。',
    ],
    [
      'a share of a whole stated before',
      'ratio/share',
      '政府采购支出总额1837.53万元。授予中小企业合同金额46.10万元，占政府采购支出总额的25.1%。',
    ],
  ])('are found: %s', (_name, rule, sentence) => {
    expect(alone(sentence)).toContain(rule);
  });

  it('finds purchase and operation exchanged between form and text', () => {
    const swapped = reworded(
      '公务用车购置支出4.00万元。公务用车运行维护费支出2.25万元',
      '公务用车购置支出2.25万元。公务用车运行维护费支出4.00万元',
    );
    expect(alarms(swapped)).toEqual(['narrative/stated-three-public']);
  });

  it('finds 0.3万元 where the form has another amount, with the body named in front', () => {
    expect(
      alarms(
        reworded('2024年度财政拨款收、支总计均为545.25万元', '示例市政务服务中心2024年度财政拨款收入支出总计0.3万元'),
      ),
    ).toContain('narrative/stated-total');
  });

  it('reads a list over several paragraphs', () => {
    const list = (second: string): string[] =>
      alone(
        '五、一般公共预算财政拨款支出决算情况说明',
        '2024年度一般公共预算财政拨款支出100.00万元，主要用于以下方面：',
        '一般公共服务支出(类)80.00万元，占比80.00%；',
        `卫生健康支出(类)${second}万元，占比20.00%。`,
      );
    expect(list('20.00')).toEqual([]);
    expect(list('22.00')).toEqual(['narrative/classes', 'ratio/share']);
  });
});

describe('what the text says of items that stand in other forms', () => {
  const changed = (from: string, lines: readonly string[]): string[] =>
    alarms(explanations.flatMap((text) => (text.includes(from) ? [text, ...lines] : [text])));
  const procurement: Drawn = {
    above: ['政府采购情况表', '单位:万元'],
    grid: '项目|统计数\n（一）政府采购支出合计|60.000000\n1．政府采购货物支出|30.000000\n2．政府采购工程支出|10.000000\n3．政府采购服务支出|20.000000',
  };

  it('ties the year of government funds to their form, and adds it up', () => {
    const year = (income: string, closing: string): string[] =>
      changed('政府性基金预算财政拨款支出40.00万元', [
        `2024年度政府性基金预算财政拨款年初结转和结余0.00万元，本年收入${income}万元，本年支出40.00万元，年末结转和结余${closing}万元。`,
      ]);
    expect(year('40.00', '0.00')).toEqual([]);
    expect(year('40.00', '3.50')).toEqual(expect.arrayContaining(['narrative/balance']));
    expect(year('41.00', '1.00')).toEqual(expect.arrayContaining(['narrative/stated-total']));
  });

  it('ties procurement to its form', () => {
    expect(alarms(explanations, [...accounts, procurement])).toEqual([]);
    expect(
      alarms(explanations, [
        ...accounts,
        {
          ...procurement,
          grid: procurement.grid.replaceAll('30.000000', '31.000000').replace('60.000000', '61.000000'),
        },
      ]),
    ).toContain('narrative/stated-total');
  });

  it('takes a budget that only the form has for the one that was completed, where the totals agree', () => {
    const share = (percent: string): string[] =>
      alarms(
        reworded(
          '公务用车购置及运行费支出决算6.25万元，占75.76%',
          `公务用车购置及运行费支出决算6.25万元，完成预算的${percent}，占75.76%`,
        ),
      );
    expect(share('96.15%')).toEqual([]);
    expect(share('69.15%')).toEqual(['ratio/completion']);
  });

  it('reads an account that stands on a line of its own', () => {
    const apart = (outturn: string): string[] =>
      alarms(
        explanations.flatMap((text) => {
          const at = text.indexOf('（项）。') + '（项）。'.length;
          return text.includes('行政运行（项）。')
            ? [text.slice(0, at), text.slice(at).replace('320.50', outturn)]
            : [text];
        }),
      );
    expect(apart('320.50')).toEqual([]);
    expect(apart('302.50')).toEqual(expect.arrayContaining(['narrative/stated-account']));
  });

  it('ties a single use to the basic expenditure form, where its name stands there once', () => {
    const use = (name: string, amount: string): string[] =>
      changed('公用经费70.00万元，主要包括', [`商品和服务支出60.00万元，其中：${name}${amount}万元。`]);
    expect(use('办公费', '56.40')).toEqual([]);
    expect(use('办公费', '54.60')).toEqual(['narrative/stated-account']);
    expect(use('其他支出', '54.60')).toEqual([]);
  });
});
