import { plainLabel } from './grid.ts';

/**
 * The functional classes as rows of the summaries: code, name without 支出, and the names it bore in earlier years.
 * A name that is not here is not understood, and the sums around it are not judged.
 */
const classNames: readonly (readonly [code: string, ...names: string[]])[] = [
  ['201', '一般公共服务'],
  ['202', '外交'],
  ['203', '国防'],
  ['204', '公共安全'],
  ['205', '教育'],
  ['206', '科学技术'],
  ['207', '文化旅游体育与传媒', '文化体育与传媒', '文化体育旅游与传媒'],
  ['208', '社会保障和就业'],
  ['209', '社会保险基金'],
  ['210', '卫生健康', '医疗卫生与计划生育', '医疗卫生'],
  ['211', '节能环保'],
  ['212', '城乡社区', '城乡社区事务'],
  ['213', '农林水', '农林水事务'],
  ['214', '交通运输'],
  ['215', '资源勘探工业信息等', '资源勘探信息等', '资源勘探电力信息等'],
  ['216', '商业服务业等'],
  ['217', '金融', '金融监管等事务'],
  ['219', '援助其他地区'],
  ['220', '自然资源海洋气象等', '国土海洋气象等', '国土资源气象等事务'],
  ['221', '住房保障'],
  ['222', '粮油物资储备', '粮油物资储备事务', '粮油物资管理事务'],
  ['223', '国有资本经营预算'],
  ['224', '灾害防治及应急管理'],
  ['227', '预备费'],
  ['229', '其他'],
  ['230', '转移性'],
  ['231', '债务还本'],
  ['232', '债务付息'],
  ['233', '债务发行费用'],
  ['234', '抗疫特别国债安排的', '抗疫特别国债安排'],
];

const codes = new Map(classNames.flatMap(([code, ...names]) => names.map((name) => [name, code] as const)));

/**
 * The functional class that a row of a summary names.
 * @param label as printed, with or without ordinal and 支出
 * @returns its three-digit code, or null
 */
export function classByName(label: string): string | null {
  const name = plainLabel(label).replace(/支出$/, '');
  return codes.get(name) ?? null;
}
