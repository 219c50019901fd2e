const list = (names: string): readonly string[] => names.trim().split(/\s+/);

/** 政府预算支出经济分类: classes (类). */
export const governmentUses: readonly string[] =
  list(`机关工资福利支出 机关商品和服务支出 机关资本性支出 机关资本性支出(一)
  机关资本性支出(二) 机关资本性支出(基本建设) 对事业单位经常性补助 对事业单位资本性补助 对企业补助 对企业资本性支出 对个人和家庭的补助
  对社会保障基金补助 债务利息及费用支出 债务还本支出 转移性支出 预备费及预留 其他支出`);

/** 部门预算支出经济分类: classes (类). */
export const departmentUses: readonly string[] =
  list(`工资福利支出 商品和服务支出 对个人和家庭的补助 对个人和家庭的补助支出
  债务利息及费用支出 资本性支出(基本建设) 资本性支出 其他资本性支出 对企业补助(基本建设) 对企业补助 对社会保障基金补助 其他支出`);
