import type { Figure } from '../../document/figure.ts';
import type { ItemKey } from './item.ts';
import type { Section } from './section.ts';

/** Which of a year's amounts: what was spent; the budget at the year's start, after adjustments, or not said which. */
export type Basis = 'outturn' | 'initial' | 'full' | 'budget';

/** A sentence states an amount of an item for the year of the accounts. */
export interface Fact {
  readonly kind: 'fact';
  readonly item: ItemKey | null;
  /** The item as printed, without what stands around it. */
  readonly name: string;
  readonly basis: Basis;
  /** Its own sentence says so; else its paragraph or the kind of document does. */
  readonly saysBasis: boolean;
  readonly figure: Figure;
  readonly section: Section | null;
  /** Which stretch of text under one kind of heading: facts of one stretch belong together. */
  readonly group: number;
}

/** 基本支出157.25万元，占96.92%: a part's percentage of a whole. */
export interface Share {
  readonly kind: 'share';
  readonly percent: Figure;
  /** One amount, or as many as the sentence adds up (两项合计占0.1%). */
  readonly parts: readonly Figure[];
  /** What the whole may be, likeliest first: it is one fact of the text. */
  readonly wholes: readonly Figure[];
  /** Neither the sentence nor its heading leaves another whole open. */
  readonly isSure: boolean;
}

/** 占一般公共预算财政拨款支出的76.39%: of a whole that only a form states. */
export interface FormShare {
  readonly kind: 'form-share';
  readonly percent: Figure;
  readonly part: Figure;
  /** The whole's key. */
  readonly whole: string;
}

/** 减少60.03万元，下降27.01%: a change from the year before, with or without the earlier amount. */
export interface Growth {
  readonly kind: 'growth';
  /** null: 比2023年度1200.00万元增长2.88% states none. */
  readonly change: Figure | null;
  readonly percent: Figure | null;
  readonly rises: boolean;
  /** 增加 with 增长, 减少 with 下降. */
  readonly agrees: boolean;
  /** The amount that changed; several where the sentence allows several. */
  readonly currents: readonly Figure[];
  /** 比2023年41,953,962.26元增加: the amount it changed from. */
  readonly previous: Figure | null;
  /** What it changed from: the year before, or the budget. */
  readonly base: 'year' | 'budget';
}

/** 完成年初预算的51.17%. */
export interface Completion {
  readonly kind: 'completion';
  readonly percent: Figure;
  readonly outturn: Figure;
  readonly budget: Figure;
  /** The rate of an evaluation report: of the whole money, as its form has it. */
  readonly evaluated?: true;
}

/** 公务接待费支出决算2.00万元，完成预算的66.67%: of a budget that the text does not state. */
export interface FormCompletion {
  readonly kind: 'form-completion';
  readonly percent: Figure;
  readonly outturn: Figure;
  readonly item: string;
}

/** 比年初预算4.39万元减少2.48万元; 决算数与预算数无差异, which says zero in words. */
export interface Difference {
  readonly kind: 'difference';
  readonly difference: Figure;
  /** The outturn is above the budget. */
  readonly above: boolean;
  readonly outturn: Figure;
  readonly budget: Figure;
}

/** 决算数大于年初预算数的主要原因是…: which of two amounts is the greater, in words. */
export interface Comparison {
  readonly kind: 'comparison';
  /** 大于, 小于. */
  readonly word: Figure;
  readonly greater: Figure;
  readonly less: Figure;
}

/** 完成年初预算103%，决算数大于预算数55.93万元: the budget follows from outturn and difference. */
export interface CompletionByDifference {
  readonly kind: 'completion-by-difference';
  readonly percent: Figure;
  readonly outturn: Figure;
  readonly difference: Figure;
  readonly above: boolean;
}

/** 公务接待费支出决算2.00万元，比2024年度预算减少1.00万元: from a budget that the text does not state. */
export interface FormDifference {
  readonly kind: 'form-difference';
  readonly difference: Figure;
  readonly above: boolean;
  readonly outturn: Figure;
  readonly item: string;
}

/** 完成预算的89.17%，决算数小于预算数: words about a completion whose budget is not stated. */
export interface CompletionInWords {
  readonly kind: 'completion-in-words';
  readonly percent: Figure;
  readonly direction: 'above' | 'below' | 'same';
  /** 小于, 等于. */
  readonly word: Figure;
}

/** 全年预算数10.00万元，决算数9.00万元，预决算差异率-10.00%. */
export interface Deviation {
  readonly kind: 'deviation';
  readonly percent: Figure;
  readonly outturn: Figure;
  readonly budget: Figure;
}

/** 主要用于以下方面：一般公共服务支出…，占…；…: an amount and the classes it is made of. */
export interface ClassList {
  readonly kind: 'classes';
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** The shares of the parts, where every part has one. */
  readonly shares: readonly Figure[];
  /** The shares say that nothing is left out: together they are about 100. */
  readonly complete: boolean;
}

/** 事业运行100.00万元，其中：基本支出80.00万元，项目支出20.00万元: an amount and all that it is made of. */
export interface PartList {
  readonly kind: 'parts';
  /** The amount that they divide: the nearest first, where its sentence states several (收入100万元，包括本年收入100万元，上年结转0万元。其中：…). */
  readonly totals: readonly Figure[];
  readonly parts: readonly Figure[];
}

/** 工资福利支出500.00万元，主要包括：基本工资300.00万元、津贴补贴200.00万元: an amount and what it is used for, perhaps not all of it. */
export interface OpenList {
  readonly kind: 'open-list';
  readonly total: Figure;
  readonly parts: readonly Figure[];
  /** The parts are of one kind, and none contains another: together they are not more than the total. */
  readonly apart: boolean;
  /** The last of them is what else there is (其他收入), or some are nought: nothing is left out. */
  readonly rest: boolean;
  /** The total is all there is (总收入, 支出总计): texts that divide such totals mostly leave nothing out. */
  readonly whole: boolean;
}

/** An increase or a decrease. */
export interface SignedChange {
  readonly figure: Figure;
  readonly rises: boolean;
}

/** “三公”经费减少0.28万元，其中：…减少0万元，…减少0.29万元，…增加0.01万元: the change of a whole and those of all its parts. */
export interface ChangeList {
  readonly kind: 'changes';
  readonly total: SignedChange;
  readonly parts: readonly SignedChange[];
  /** What is nothing this year may be left out of the list, and have changed. */
  readonly open: boolean;
}

/** A name on the way from class to item, and its level where 类, 款 or 项 is printed behind it. */
export interface AccountName {
  readonly name: string;
  readonly level: 'class' | 'section' | 'item' | null;
  /** The code where the text prints it behind the name. */
  readonly code?: string;
}

/** What the text says of one account of the general budget. */
export interface AccountClaim {
  readonly kind: 'account';
  readonly path: readonly AccountName[];
  readonly section: Section | null;
  readonly budget: Figure | null;
  readonly outturn: Figure;
}

/** 年初预算…，支出决算…。其中：1.… 2.…: the list of the year's accounts under their total. */
export interface AccountList {
  readonly kind: 'accounts';
  readonly budget: Figure | null;
  readonly outturn: Figure;
  readonly entries: readonly AccountClaim[];
}

/** A figure that is added (1) or taken off (-1). */
export interface Weighed {
  readonly figure: Figure;
  readonly weight: 1 | -1;
}

/** 预算执行率＝支出90.00万元÷预算100.00万元×100%＝90.00%: a rate with both its operands. */
export interface Quotient {
  readonly kind: 'quotient';
  readonly percent: Figure;
  readonly numerators: readonly Weighed[];
  readonly denominators: readonly Weighed[];
}

/** 收入100万元，加上级补助20万元、上年结余5万元，收入总计125万元: a sum with all that it adds up. */
export interface StatedSum {
  readonly kind: 'stated-sum';
  readonly total: Figure;
  /** What it may be the sum of, the likeliest first. */
  readonly readings: readonly (readonly Weighed[])[];
  /** Nothing else in the sentence may belong to it. */
  readonly isSure: boolean;
  /**
   * How the sentence says that it adds up: by 加上, by nothing but listing, by naming something of every kind of income so that nothing is
   * left out, in brackets behind it; null: not clearly in any way.
   */
  readonly manner: 'added' | 'listed' | 'whole' | 'bracketed' | null;
}

/** 2022年…20.40万元。2021年…18.90万元。…较2021年增加1.50万元: a change between amounts that both years state elsewhere under one heading. */
export interface YearChange {
  readonly kind: 'year-change';
  readonly change: Figure;
  readonly rises: boolean;
  readonly current: Figure;
  readonly previous: Figure;
}

/** 债务余额81.15亿元，低于债务限额86.40亿元. */
export interface WithinLimit {
  readonly kind: 'within-limit';
  readonly limit: Figure;
  readonly balance: Figure;
}

/** 收支相抵，年终结余25万元: what is left of the income and expenditure stated before. */
export interface StatedBalance {
  readonly kind: 'stated-balance';
  readonly left: Figure;
  readonly terms: readonly Weighed[];
  /** 当年收支结余: of the year alone, which the text must bear out. */
  readonly isOfYear: boolean;
}

/** 没有使用政府性基金安排的支出: zero in words. */
export interface Nothing {
  readonly kind: 'nothing';
  readonly item: 'fund-income' | 'fund' | 'capital-income' | 'capital';
  readonly figure: Figure;
}

/** What an evaluation report says of the accounts: 三公预算数0.3元, 预决算差异率0%. */
export interface Evaluation {
  readonly kind: 'evaluation';
  readonly of: 'three-public-budget' | 'three-public-outturn' | 'deviation';
  readonly figure: Figure;
}

/** 共有车辆6辆，其中：…: counted things. */
export interface Count {
  readonly kind: 'count';
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly complete: boolean;
}

/** 部门整体绩效自评得分93.38分. */
export interface Score {
  readonly kind: 'score';
  readonly figure: Figure;
}

/** 1.办公设备更新项目，预算数42.00万元，决算数38.64万元，自评得分97.20分: the money and points of what the words in front name. */
export interface EvaluatedProject {
  readonly kind: 'evaluated-project';
  /** The words in front of the first amount, without spaces and quotes. */
  readonly context: string;
  readonly budget: Figure | null;
  readonly outturn: Figure | null;
  readonly points: Figure | null;
}

/** 绩效自评项目3个，涉及资金119.44万元. */
export interface ProjectCount {
  readonly kind: 'project-count';
  readonly projects: number;
  readonly amount: Figure;
}

/** 数量指标，指标15分，得14分. */
export interface Scored {
  readonly kind: 'scored';
  readonly most: Figure;
  readonly points: Figure;
}

/** 产出指标(50分)得46分，其中：…: a group of indicators and all that is named of it. */
export interface ScoredParts {
  readonly kind: 'scored-parts';
  readonly whole: Scored;
  readonly parts: readonly Scored[];
}

/** What a tally is of: vehicles kept, owned and bought, delegations abroad, receptions. */
export type Tallied = 'vehicles-held' | 'vehicles' | 'vehicles-bought' | 'delegations' | 'receptions';

/** 公务用车保有量2辆, 出国（境）团组0个: a number that goes with an amount or with another number. */
export interface Tally {
  readonly kind: 'tally';
  readonly of: Tallied;
  readonly figure: Figure;
  readonly group: number;
}

/** 8个二级指标, of which seven are named: a number, and what is listed of it. */
export interface Enumeration {
  readonly kind: 'enumeration';
  readonly stated: Figure;
  /** How many are listed: between these, as 和 may stand inside a name. */
  readonly least: number;
  readonly most: number;
  /** Where they are listed. */
  readonly listed: readonly Figure[];
}

/** 编制52人，实有49人. */
export interface Staff {
  readonly kind: 'staff';
  readonly posts: Figure;
  readonly people: Figure;
}

/** 购房补贴（03项）207.00万元。…2026年预算安排207.00万元: an item's budget, twice in its paragraph. */
export interface Restated {
  readonly kind: 'restated';
  readonly first: Figure;
  readonly again: Figure;
}

/** 12.00万元，比上年增加1.00万元: an amount and what it has grown by. */
export interface Increase {
  readonly kind: 'increase';
  readonly amount: Figure;
  readonly change: Figure;
}

/** One change of one item, stated in two places. */
export interface RepeatedChange {
  readonly kind: 'repeated-change';
  readonly first: Figure;
  readonly again: Figure;
}

/** What the text says, in the form that rules can check. */
export type Claim =
  | Fact
  | Restated
  | Increase
  | RepeatedChange
  | Share
  | FormShare
  | Growth
  | Completion
  | FormCompletion
  | FormDifference
  | CompletionInWords
  | Deviation
  | Quotient
  | StatedSum
  | StatedBalance
  | YearChange
  | WithinLimit
  | Difference
  | Comparison
  | CompletionByDifference
  | ClassList
  | PartList
  | OpenList
  | ChangeList
  | AccountClaim
  | AccountList
  | Nothing
  | Evaluation
  | Count
  | Score
  | EvaluatedProject
  | ProjectCount
  | Scored
  | ScoredParts
  | Tally
  | Enumeration
  | Staff;
