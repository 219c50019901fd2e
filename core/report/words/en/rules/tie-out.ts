import type { RuleWords } from '../../words.ts';

export const tieOut: Readonly<Record<string, RuleWords>> = {
  'tie-out/accounts': {
    title: 'One account is the same in all forms',
    reasoning:
      'The same class, section or item of the same money and part (total, basic, project) is the same in two forms; a class that a form listing all classes does not have is nought there.',
    example: 'Education 300.00 in the summary = class 205: 300.00 in the expenditure form.',
  },
  'tie-out/basic-expenditure': {
    title: 'Basic expenditure is personnel plus operating',
    reasoning:
      'Basic expenditure in the total row of an expenditure form (general budget, funds) = personnel total + operating total of the basic expenditure form of the same money.',
    example: 'Personnel 131.00 + operating 20.00 = basic expenditure 151.00.',
  },
  'tie-out/funds-together': {
    title: 'The three budgets together are the fiscal money of another form',
    reasoning:
      'Where a form prints the general, fund and state capital budgets apart and not their sum, they add up to the fiscal money of another form (fiscal income in the total row of the income form).',
    example: 'Summary 480.00 + 20.00 + 0.00 = fiscal income 500.00 in the income form.',
  },
  'tie-out/only-fiscal': {
    title: 'With fiscal money only both summaries agree',
    reasoning:
      'With no other income, equal opening balances and no surplus used, the two summaries agree line by line.',
    example: 'Without other money education is 300.00 in both summaries.',
  },
  'tie-out/part-of-whole': {
    title: 'Fiscal money is not more than the whole',
    reasoning:
      'Fiscal expenditure of an account and part (total, basic, project), or that of the three budgets together, balances and totals are not greater than those of all money; not where an amount is negative.',
    example: 'Fiscal spending on education, 295.00, is not greater than all of it, 300.00.',
  },
  'tie-out/same': {
    title: 'One amount is the same in all forms',
    reasoning:
      'What titles, heads and rows say is one amount (of one year, direction, fund, item and part: income of the year, general budget expenditure, basic expenditure) is the same in each form, or in one of the total rows of a summary. Between forms not known by title at least three such ties, and three times as many as fail, must hold.',
    example: 'Income of the year: 512.30 in the summary, 512.30 in the total row of the income form.',
  },
  'tie-out/three-public-uses': {
    title: 'Receptions and vehicles in basic expenditure are part of the “three public” expenses',
    reasoning:
      'Receptions (30217) and vehicle operation (30231) of basic expenditure are contained in the “three public” outturn, which covers projects too: part, not equal.',
    example: 'Receptions in basic expenditure, 0.40, are not greater than those of the “three public” form, 0.60.',
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
  'tie-out/levels-of-government': {
    title: 'The whole territory = its own level + the levels below',
    reasoning:
      'Where one list of income or expenditure is printed for the whole territory, for the government of its own level and for those below it, each account of the whole is the sum of the other two. Transfers between levels are left out; the lists have to prove it: at least three rows hold, and three times as many as fail.',
    example: 'Whole 23,755 = own level 8,002 + cities and counties 15,753.',
  },
};
