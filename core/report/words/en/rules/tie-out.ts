import type { RuleWords } from '../../words.ts';

export const tieOut: Readonly<Record<string, RuleWords>> = {
  'tie-out/income-of-the-year': {
    title: 'Income of the year in summary and income form',
    reasoning: 'Income of the year in the summary = total row of the income form.',
    example: 'Summary 512.30, total row of the income form 512.30.',
  },
  'tie-out/fiscal-income': {
    title: 'Fiscal income in summary and income form',
    reasoning: 'Fiscal appropriation in the total row of the income form = the three budgets of the summary added up.',
    example: 'Summary 480.00 + 20.00 + 0.00 = fiscal income 500.00 in the income form.',
  },
  'tie-out/other-income': {
    title: 'The other sources in summary and income form',
    reasoning: 'Grants, undertakings, operations, subordinate units and other income are the same in both.',
    example: 'Other income: 12.30 in the summary, 12.30 in the income form.',
  },
  'tie-out/expenditure-of-the-year': {
    title: 'Expenditure of the year in summary and expenditure form',
    reasoning: 'Expenditure of the year in the summary = total row of the expenditure form.',
    example: 'Summary 510.00, total row of the expenditure form 510.00.',
  },
  'tie-out/expenditure-classes': {
    title: 'Classes in summary and expenditure form',
    reasoning: 'Each class of the summary = the same class in the expenditure form.',
    example: 'Education 300.00 in the summary = class 205: 300.00 in the expenditure form.',
  },
  'tie-out/fiscal-sources': {
    title: 'Fiscal income in both summaries',
    reasoning: 'The three budgets’ income is the same in both summaries.',
    example: 'General budget income is 480.00 in both summaries.',
  },
  'tie-out/fiscal-part': {
    title: 'Fiscal money is not more than the whole',
    reasoning:
      'Classes, expenditure of the year, balances and totals of the fiscal summary are not greater than in the summary of all money; not where an amount is negative.',
    example: 'Fiscal spending on education, 295.00, is not greater than all of it, 300.00.',
  },
  'tie-out/fiscal-whole': {
    title: 'With fiscal money only both summaries agree',
    reasoning:
      'With no other income, equal opening balances and no surplus used, the two summaries agree line by line.',
    example: 'Without other money education is 300.00 in both summaries.',
  },
  'tie-out/general-budget-classes': {
    title: 'Classes in fiscal summary and general budget form',
    reasoning: 'Each class: general budget column of the fiscal summary = the same class in the general budget form.',
    example: 'Education, general budget: 280.00 in the fiscal summary, class 205: 280.00 in the general budget form.',
  },
  'tie-out/general-budget-total': {
    title: 'General budget expenditure of the year',
    reasoning:
      'Expenditure of the year in the general budget column of the fiscal summary = total row of the general budget form.',
    example: 'General budget expenditure of the year: 325.60 in both forms.',
  },
  'tie-out/general-budget-part': {
    title: 'Fiscal expenditure of an account is not more than all expenditure of it',
    reasoning:
      'The same code: general budget, fund and state capital expenditure together are not greater than in the expenditure form, in total, basic and project; not where an amount is negative.',
    example: 'Item 2050201: general budget 70.00 is not greater than all expenditure, 75.00.',
  },
  'tie-out/basic-expenditure': {
    title: 'Basic expenditure is personnel plus operating',
    reasoning:
      'Basic expenditure in the total row of the general budget form = personnel total + operating total of the basic expenditure form.',
    example: 'Personnel 131.00 + operating 20.00 = basic expenditure 151.00.',
  },
  'tie-out/government-fund': {
    title: 'Government funds in fiscal summary and fund form',
    reasoning:
      'Income, opening balance, expenditure and closing balance of government funds = total row of the fund form; not where the form notes an adjustment.',
    example: 'Government funds: income 20.00 in the fiscal summary, 20.00 in the fund form.',
  },
  'tie-out/fund-classes': {
    title: 'Classes of government funds',
    reasoning: 'Each class: fund column of the fiscal summary = the same class in the fund form.',
    example: 'Urban communities, fund column 19.00 = class 212 of the fund form, 19.00.',
  },
  'tie-out/state-capital': {
    title: 'State capital in fiscal summary and its form',
    reasoning:
      'Expenditure of the year and classes in the state capital column = total row and classes of the state capital form.',
    example: 'State capital column 3.00 = total of the state capital form, 3.00.',
  },
  'tie-out/three-public-items': {
    title: 'Receptions and vehicles in basic expenditure are part of the “three public” outturn',
    reasoning:
      'Receptions (30217) and vehicle operation (30231) of basic expenditure are contained in the “three public” outturn, which covers projects too: part, not equal.',
    example: 'Receptions in basic expenditure, 0.40, are not greater than those of the “three public” form, 0.60.',
  },
  'tie-out/fund-basic-expenditure': {
    title: 'Basic expenditure of government funds',
    reasoning:
      'Basic expenditure in the total row of the fund form = personnel + operating total of the fund’s basic expenditure form.',
    example: 'Personnel 2.00 + operating 1.00 = basic expenditure of the funds 3.00.',
  },
  'tie-out/purchased-services-of-projects': {
    title: 'Purchased services are part of their project',
    reasoning: 'What a project spends on purchased services is contained in the total of the project of the same name.',
    example: 'A project of 50.00 spends 49.00 of it on purchased services, not more.',
  },
  'tie-out/budget-totals': {
    title: 'The totals of the budget forms agree',
    reasoning:
      'Total of the expenditure form = expenditure of the year in the summary, or its total with what is carried over; basic, personnel and operating totals of the general budget form = those of its basic expenditure form.',
    example: 'Expenditure of the year 492.00 in the summary = total of the expenditure form, 492.00.',
  },
  'tie-out/project-totals': {
    title: 'Project totals in the goals and in the project form',
    reasoning: 'A project’s total in the form of goals = its total in the project form.',
    example: 'Project total 40.00 in the goals = 40.00 in the project form.',
  },
  'tie-out/budget-classes': {
    title: 'Classes of a budget summary and the accounts of its form',
    reasoning:
      'Each class of the summary (of the fiscal summary) = the rows of that class in the expenditure form (in the general budget form); only where the totals of both forms agree.',
    example: 'Education 300.00 in the summary = items 2050201: 120.00 + 2050299: 180.00.',
  },
  'tie-out/budget-accounts': {
    title: 'The same account in the expenditure form and in the general budget form',
    reasoning:
      'With general budget money only (the totals of basic or of project expenditure agree) each account has the same basic or project expenditure in both forms.',
    example: 'Item 2010301: basic 80.00 + 40.00 in one form, 120.00 in the other.',
  },
  'tie-out/budget-funds': {
    title: 'Fund and state capital forms and the fiscal summary',
    reasoning:
      'Total of the fund (state capital) form = that budget’s income of the year in the fiscal summary; not where money of it was carried over.',
    example: 'Total of the fund form 20.00 = government funds 20.00 in the fiscal summary.',
  },
  'tie-out/capital-construction': {
    title: 'Projects without construction are part of all projects',
    reasoning: 'Each row of the general budget form: projects without construction are contained in all projects.',
    example: 'All projects 45.00, without construction 44.00.',
  },
  'tie-out/budget-uses': {
    title: 'The same economic use in the expenditure form and in the basic expenditure form',
    reasoning:
      'Basic expenditure of one economic use, added up over its rows in the expenditure form = that use in the basic expenditure form; only where both totals of basic expenditure agree.',
    example: 'Use 30201: basic 5.00 + 2.50 in one form, 7.50 in the other.',
  },
  'tie-out/budget-three-public': {
    title: '“Three public” items of the basic budget are part of the “three public” budget',
    reasoning:
      'Uses 30217, 30231 and 31013 of the basic expenditure form are contained in the same items of the “three public” form; projects may carry some as well, so equality is not asked; 30212 also holds travel for teaching and research and is left out. That form has a row a year; the latest is taken.',
    example: 'Receptions in basic expenditure, 0.40, are not greater than those of the “three public” budget, 0.60.',
  },
  'tie-out/budget-kinds': {
    title: 'Totals of basic and of project expenditure with general budget money only',
    reasoning:
      'Where the totals of the expenditure form and of the general budget form agree (general budget money only), basic expenditure in the former = total of the basic expenditure form.',
    example: 'Both totals are 93.00: basic 48.00 in the expenditure form = total 48.00 of the basic form.',
  },
  'tie-out/budget-general-income': {
    title: 'General budget income in both summaries without carry-over',
    reasoning:
      'Where neither summary carries anything over, general budget income in the summary = general budget money in the fiscal summary; with carry-over places differ in where it is counted.',
    example: 'General budget income is 480.00 in both summaries.',
  },
  'tie-out/budget-facts': {
    title: 'One item of a budget is the same in all forms',
    reasoning:
      'Places name the forms differently; what their titles, heads and rows say is one item (income, expenditure, basic, project, personnel and operating expenditure, running costs) is the same in each form, or in one of the total rows of a summary. Between forms not known by title at least three such ties, and three times as many as fail, must hold.',
    example: 'General budget expenditure 650.41 in the fiscal summary = total 650.41 of its own form.',
  },
  'tie-out/budget-accounts-of-any-form': {
    title: 'One account in two budget forms',
    reasoning:
      'Where the totals of two forms agree and the money of one contains that of the other, each account is the same in both. At least three such ties between the two forms, and three times as many as fail, must hold.',
    example: 'Income and expenditure forms have the same total: one item is 4,545,000.00 in both.',
  },
};
