import type { RuleWords } from '../../words.ts';

export const footing: Readonly<Record<string, RuleWords>> = {
  'footing/income-of-sources': {
    title: 'Income of the year is the sum of its sources',
    reasoning: 'Income and expenditure summary: income of the year = the listed sources added up.',
    example: '480.00 + 20.00 + 12.30 = 512.30; an income of the year printed as 512.03 does not agree.',
  },
  'footing/expenditure-of-classes': {
    title: 'Expenditure of the year is the sum of its classes',
    reasoning: 'Income and expenditure summary: expenditure of the year = the classes added up.',
    example: 'Education 300.00 + housing 45.60 = 345.60, and so is the expenditure of the year.',
  },
  'footing/fiscal-income-of-funds': {
    title: 'Fiscal income of the year is the sum of the three budgets',
    reasoning: 'Fiscal summary: income of the year = general budget + government funds + state capital.',
    example: 'General budget 480.00 + government funds 20.00 + state capital 0.00 = income of the year 500.00.',
  },
  'footing/fiscal-opening-balance': {
    title: 'The opening balance is the sum of its rows',
    reasoning: 'Opening fiscal balance = the balances of the three budgets below it.',
    example: 'General budget 5.00 + government funds 1.50 = 6.50; a blank in the row above does not agree.',
  },
  'footing/fiscal-expenditure-of-classes': {
    title: 'Fiscal expenditure of the year is the sum of its classes',
    reasoning: 'Each column of the fiscal summary: expenditure of the year = the classes added up.',
    example: 'General budget column: education 280.00 + housing 45.60 = expenditure of the year 325.60.',
  },
  'footing/total-of-classes': {
    title: 'The total row is the sum of the classes',
    reasoning: 'Each column: total = the classes (three-digit codes) added up; without class rows, the topmost rows.',
    example: 'Class 205: 300.00 + class 221: 45.60 = total row 345.60.',
  },
  'footing/personnel-total': {
    title: 'What the personnel total is made of',
    reasoning: 'Personnel total = wages and benefits (301) + aid to persons and families (303).',
    example: 'Block 301: 125.00 + block 303: 6.00 = personnel total 131.00.',
  },
  'footing/operating-total': {
    title: 'What the operating total is made of',
    reasoning: 'Operating total = the printed ones of 302, 307, 309, 310, 311, 312, 313 and 399 added up.',
    example: 'Block 302: 18.00 + block 310: 2.00 = operating total 20.00.',
  },
  'footing/basic-total': {
    title: 'Basic expenditure is personnel plus operating',
    reasoning: 'Where a grand total is printed: total = personnel total + operating total.',
    example: 'Personnel 131.00 + operating 20.00 = total 151.00.',
  },
  'footing/three-public-total': {
    title: 'The “three public” total is the sum of its items',
    reasoning:
      'Total = travel abroad + official vehicles + receptions, for budget and outturn each; where conferences and training are printed beside them the total may or may not include these.',
    example: 'Travel abroad 0.00 + vehicles 2.40 + receptions 0.60 = total 3.00.',
  },
  'footing/official-vehicles': {
    title: 'Official vehicles: purchase and operation add up',
    reasoning: 'Official vehicles subtotal = purchase + operation and maintenance.',
    example: 'Purchase 0.00 + operation 2.40 = subtotal 2.40.',
  },
  'footing/budget-summary': {
    title: 'The lanes of a budget summary add up',
    reasoning:
      'Income or expenditure of the year = its items; the grand total = the year and the balances; the three budgets add up to the line above them. In a form that is not known by title at least three such relations, and three times as many as fail, must hold in the same table.',
    example: 'General budget 480.00 + other income 12.00 = income of the year 492.00.',
  },
  'footing/budget-total': {
    title: 'The total row of a budget form is the sum of its rows',
    reasoning:
      'Each column of a budget form that lists accounts or projects: total = its rows. In a form that is not known by title at least three such relations, and three times as many as fail, must hold in the same table.',
    example: 'Project one 40.00 + project two 25.50 = total 65.50.',
  },
  'footing/listed-rows': {
    title: 'Procurement, purchased services and vehicles add up',
    reasoning:
      'Procurement = goods + works + services; vehicles = the kinds of vehicles; purchased services = the groups, a group = its items.',
    example: 'Goods 5.50 + works 0.00 + services 13.00 = procurement 18.50.',
  },
  'footing/contracts-with-small-firms': {
    title: 'Contracts with small and micro firms are part of those with small and medium ones',
    reasoning:
      'Procurement form: contracts with small and micro firms are contained in those with small and medium firms.',
    example: 'Small and micro firms 4.30 are not more than small and medium ones, 4.60.',
  },
};
