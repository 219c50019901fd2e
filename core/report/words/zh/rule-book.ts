import type { RuleBook } from '../words.ts';
import { leftOut } from './left-out.ts';
import { rules } from './rules/index.ts';

export const ruleBook: RuleBook = {
  families: {
    'footing': '合计校验',
    'cross-footing': '横向校验',
    'hierarchy': '层级校验',
    'balance': '收支平衡',
    'tie-out': '表间勾稽',
    'narrative': '文表核对',
    'ratio': '占比、增幅、完成率',
    'performance': '绩效自评',
    'structure': '规范性',
  },
  kinds: { hard: '印出即应成立', conditional: '满足条件时成立', notice: '只作提示' },
  rules,
  leftOut,
  heldBack: [
    '没有编码、上下级混排的预算表，只有另一列能证明各行同级时才相加，否则列为未能核对。',
    '绩效表中的空格可能本就不填（几行合用一个分值、项目没有年初预算），不据以判断；含空格的合计列为未能核对。',
  ],
};
