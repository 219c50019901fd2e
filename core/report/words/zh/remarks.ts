/** What the rules remark on that is no arithmetic. */
export const remarks: Readonly<Record<string, string>> = {
  'above-three-public': '基本支出中的“{item}”为 {basic}，大于“三公”经费表中的同一项 {whole}。',
  'all-spent': '绩效表中写“{label}”，而资金总额的执行率为 {rate}。',
  'cost-and-outturn': '成本指标的实际完成值为 {reached}，而同一项目的全年执行数为 {outturn}：两者通常相等。',
  'cost-unit': '成本指标为 {cost}，项目总额为 {total}：数字相同而单位不同，单位疑似有误。',
  'doubled-row': '{table}中 {code}（{item}）连着印了两行，金额也相同；含有它的合计没有核对。',
  'enumeration': '文中写明 {stated} 个，所列为 {listed} 个。',
  'malformed-code': '“{item}”的编码印作“{code}”，与表中其他编码不成一套，类级编码应为三位；这一行没有另算作一类。',
  'missing-section': '{codes} 直接排在 {class}（{classItem}）之下，缺少 {section} 这一款的行。',
  'no-data-note': '{table}下注明本表无数据，而表中印有 {amount} 等金额；表中金额照常核对。',
  'number-and-amount': '文中“{name}”为 {number}，而“{item}”为 {amount}：一个为零，一个不为零。',
  'people-above-posts': '文中实有 {people} 人，多于编制 {posts} 人。',
  'repeated-record': '{table}中“{name}”的记录出现两次，金额和指标相同，请核对是否重复。',
  'stated-execution': '绩效表的说明写执行率 {stated}，而按资金总额为 {rate}。',
  'stray-code': '编码 {code}（{item}）排在 {section}（{sectionItem}）之下，但前五位与它不同，表中也没有 {own} 这一款。',
  'vehicles-kept': '文中公务用车保有量为 {kept} 辆，多于国有资产情况所述的车辆总数 {owned} 辆。',
};
