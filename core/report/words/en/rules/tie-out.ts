import type { RuleWords } from '../../words.ts';

export const tieOut: Readonly<Record<string, RuleWords>> = {
  'tie-out/same': {
    title: 'One amount is the same in all forms',
    reasoning:
      'What titles, heads and rows say is one amount (of one year, direction, fund, item and part: income of the year, general budget expenditure, basic expenditure, personnel) is the same in each form, or in one of the total rows of a summary. In budgets places differ in whether the income of one fund holds what was carried over: it is not tied here. Between forms not known by title at least three such ties, and three times as many as fail, must hold.',
    example: 'Income of the year: 512.30 in the summary, 512.30 in the total row of the income form.',
  },
  'tie-out/accounts': {
    title: 'One account is the same in all forms',
    reasoning:
      'The same class, section, item or economic use of the same money and part (total, basic, project) is the same in two forms; where a form has only what stands below it, those rows added up. In budgets where the money of one form contains that of the other and both totals agree; between forms not known by title at least three such ties, and three times as many as fail, must hold. A class of the summary of final accounts that a form listing all classes does not have is nought there.',
    example: 'Education 300.00 in the summary = items 2050201: 120.00 + 2050299: 180.00 of the expenditure form.',
  },
  'tie-out/one-money': {
    title: 'With one kind of money only the forms agree',
    reasoning:
      'In final accounts with no other income, equal opening balances and no surplus used, the two summaries agree line by line. In budgets where the totals of two kinds of money agree, so do basic, project, personnel and operating expenditure.',
    example: 'Without other money education is 300.00 in both summaries.',
  },
  'tie-out/three-public-uses': {
    title: 'Receptions and vehicles in basic expenditure are part of the “three public” expenses',
    reasoning:
      'Receptions (30217), vehicle operation (30231) and purchase (31013) of basic expenditure are contained in the “three public” expenses, which cover projects too: part, not equal; 30212 also holds travel for teaching and research and is left out. Places fill in budgets differently: only forms that list both economic classifications in each row are told, others are remarked on.',
    example: 'Receptions in basic expenditure, 0.40, are not greater than those of the “three public” form, 0.60.',
  },
  'tie-out/without-carry-over': {
    title: 'Income of one budget where nothing was carried over',
    reasoning:
      'Where nothing was carried over, the total of the fund (state capital) form of a budget = that budget’s income of the year in the fiscal summary; where neither summary carries anything over, general budget income is the same in both. With carry-over places differ in where it is counted.',
    example: 'Total of the fund form 20.00 = government funds 20.00 in the fiscal summary.',
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
  'tie-out/part-of-whole': {
    title: 'Fiscal money is not more than the whole',
    reasoning:
      'Fiscal expenditure of an account and part (total, basic, project), or that of the three budgets together, balances and totals are not greater than those of all money; not where an amount is negative.',
    example: 'Fiscal spending on education, 295.00, is not greater than all of it, 300.00.',
  },
  'tie-out/purchased-services-of-projects': {
    title: 'Purchased services are part of their project',
    reasoning: 'What a project spends on purchased services is contained in the total of the project of the same name.',
    example: 'A project of 50.00 spends 49.00 of it on purchased services, not more.',
  },
  'tie-out/project-totals': {
    title: 'Project totals in the goals and in the project form',
    reasoning: 'A project’s total in the form of goals = its total in the project form.',
    example: 'Project total 40.00 in the goals = 40.00 in the project form.',
  },
  'tie-out/capital-construction': {
    title: 'Projects without construction are part of all projects',
    reasoning: 'Each row of the general budget form: projects without construction are contained in all projects.',
    example: 'All projects 45.00, without construction 44.00.',
  },
  'tie-out/levels-of-government': {
    title: 'The whole territory = its own level + the levels below',
    reasoning:
      'Where final accounts print one list of income or expenditure for the whole territory, for the government of its own level and for those below it, each account of the whole is the sum of the other two. Transfers between levels are left out; the lists have to prove it: at least three rows hold, and three times as many as fail.',
    example: 'Whole 23,755 = own level 8,002 + cities and counties 15,753.',
  },
};
