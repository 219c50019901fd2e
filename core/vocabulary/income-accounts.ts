const list = (names: string): readonly string[] => names.trim().split(/\s+/);

/** A class of income and the names of what makes it up (款); null where any row below it does. */
export interface IncomeClass {
  readonly name: string;
  readonly sections: readonly string[] | null;
}

/** 政府收支分类科目, income of the general budget and of state capital, by the names of 2014 to 2025. */
export const incomeClasses: readonly IncomeClass[] = [
  {
    name: '税收收入',
    sections:
      list(`增值税 国内增值税 改征增值税 消费税 国内消费税 营业税 企业所得税 企业所得税退税 个人所得税 资源税 固定资产投资方向调节税
      城市维护建设税 房产税 印花税 城镇土地使用税 土地增值税 车船税 船舶吨税 车辆购置税 关税 耕地占用税 契税 烟叶税 环境保护税 其他税收收入`),
  },
  {
    name: '非税收入',
    sections:
      list(`专项收入 行政事业性收费收入 罚没收入 国有资本经营收入 国有资源(资产)有偿使用收入 国有资源有偿使用收入 捐赠收入
      政府住房基金收入 其他收入 其他非税收入`),
  },
  { name: '利润收入', sections: null },
  { name: '股利、股息收入', sections: null },
  { name: '产权转让收入', sections: null },
  { name: '清算收入', sections: null },
  { name: '其他国有资本经营预算收入', sections: null },
  { name: '其他国有资本经营收入', sections: null },
];
