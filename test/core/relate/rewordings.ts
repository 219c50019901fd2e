/** A rule's pair in the text: the explanations agree as they are, and with this sentence changed the rule must fail. */
export interface Rewording {
  readonly from: string;
  readonly to: string;
}

/** For every rule of narrative and ratio the change that breaks it. */
export const rewordings: Readonly<Record<string, Rewording>> = {
  'narrative/stated-total': { from: '财政拨款收、支总计均为545.25万元', to: '财政拨款收、支总计均为554.25万元' },
  'narrative/stated-account': { from: '支出决算为60.25万元', to: '支出决算为62.05万元' },
  'narrative/stated-three-public': { from: '支出决算为8.25万元', to: '支出决算为8.52万元' },
  'narrative/stated-nothing': {
    from: '2024年度政府性基金预算财政拨款支出40.00万元',
    to: '2024年度没有使用政府性基金预算安排的支出',
  },
  'narrative/composition': { from: '其他收入 10.00 万元', to: '其他收入 11.00 万元' },
  'narrative/three-public-parts': { from: '外宾接待支出0.50万元', to: '外宾接待支出0.00万元' },
  'narrative/classes': { from: '社会保障和就业支出（类）60.25万元', to: '社会保障和就业支出（类）62.05万元' },
  'narrative/parts': { from: '人员经费310.75万元', to: '人员经费301.75万元' },
  'narrative/accounts': { from: '年初预算为60.00万元', to: '年初预算为61.00万元' },
  'narrative/repeated': { from: '财政拨款支出470.75万元，占支出合计', to: '财政拨款支出407.75万元，占支出合计' },
  'narrative/difference': { from: '比全年预算减少0.25万元', to: '比全年预算减少0.52万元' },
  'narrative/vehicles': { from: '共有车辆6辆', to: '共有车辆7辆' },
  'ratio/share': { from: '占75.76%', to: '占63%' },
  'ratio/shares-total': { from: '占12.80%', to: '占12.40%' },
  'ratio/growth': { from: '下降3.54%', to: '下降5.34%' },
  'ratio/completion': { from: '预算执行率为94.15%', to: '预算执行率为100%' },
};
