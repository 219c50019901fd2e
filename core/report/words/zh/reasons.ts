import type { UncoveredReason } from '../../schema.ts';

/** Why something was not checked. */
export const reasons: Readonly<Record<UncoveredReason, string>> = {
  'unreadable-figure': '有数字无法辨认',
  'low-confidence': '表格识别把握不足',
  'unknown-item': '范围内有未能识别的项目',
  'unknown-unit': '没有标明金额单位',
  'unclear-set': '无法确定属于哪一套报表',
  'unclear-hierarchy': '科目的上下级关系不清',
  'zero-base': '基数为零或无法确定',
  'unclear-claim': '句子所指不能确定',
  'duplicate-code': '同一编码出现不止一次',
  'displaced-amount': '单元格为空，而上一行的栏次处有一个金额',
  'no-breakdown': '没有可供相加的明细',
  'form-missing': '缺少与之核对的另一张表',
  'ambiguous-form': '标题与表的内容不符，无法确定是哪张表',
  'unproven-structure': '表格结构只是推测，表内没有足够的等式印证',
  'table-piece': '可能只是一张表的一部分，其余各行在另一处',
  'blank-difference': '有的增减额为空，空的不等于零',
  'consolidation': '上下级政府之间的收支，合计时只计一次',
  'reading-in-doubt': '可能是读错了数字：这一处不靠表格线，或是从图片上认出的',
  'too-large': '一张表超过 120,000 格，或全文超过 1,500,000 字，超出的没有核对',
  'too-long': '一段文字超过 20,000 字，或一句话超过 6,000 字，这一段没有核对',
  'unknown-table': '不是能够识别的报表',
  'no-relation': '没有可与之核对的等式',
  'no-claim': '句子的含义未能识别',
  'rule-failed': '核对时出错',
};
