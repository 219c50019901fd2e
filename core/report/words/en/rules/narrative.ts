import type { RuleWords } from '../../words.ts';

export const narrative: Readonly<Record<string, RuleWords>> = {
  'narrative/running-costs': {
    title: 'Running costs are part of the operating money',
    reasoning:
      'From 2018 on running costs are the operating money of administrative bodies, contained in the operating money of basic expenditure of the general budget, and not greater.',
    example: 'Running costs 12.00; operating money in total 15.00.',
  },
  'narrative/evaluation': {
    title: 'The evaluation report and the forms',
    reasoning:
      'The deviation rate in the evaluation report is that of its form, and so is the rate of execution where budget and outturn are; “three public” expenses a thousand times smaller than in their form have the wrong unit.',
    example: 'The evaluation report has a budget of 0.3 yuan, the form one of 1.80 ten-thousand yuan.',
  },
  'narrative/stated-total': {
    title: 'Totals stated in the text',
    reasoning:
      'Totals, sources, balances, basic and project expenditure, procurement and government funds as stated in the text are those of the forms.',
    example: 'The text says a total of 520.00; so does the summary.',
  },
  'narrative/stated-account': {
    title: 'Accounts stated in the text',
    reasoning:
      'The outturn of an account as stated in the text is that of the form of the general budget, of government funds or of state capital.',
    example: 'The text says 45.60 for the housing fund; item 2210201 is 45.60.',
  },
  'narrative/stated-three-public': {
    title: '“Three public” expenses stated in the text',
    reasoning: 'Budget and outturn of the “three public” expenses in the text are those of the form.',
    example: 'The text says 3.00 for the “three public” outturn; the form’s total is 3.00.',
  },
  'narrative/stated-nothing': {
    title: 'What the text says there is none of',
    reasoning: 'Where the text says there was no such income or expenditure, the form is blank or zero.',
    example: 'The text says that there was no government fund expenditure, and the form has 19.00.',
  },
  'narrative/stated-budget': {
    title: 'Amounts stated in a budget’s text and its forms',
    reasoning:
      'Totals, sources, fiscal money and the three budgets, basic and project expenditure, personnel and operating costs, “three public” expenses, running costs and procurement stated in a budget’s text are those of its forms. Places draw the forms differently, so that titles, heads and rows tie them by their words; at least three statements, and three times as many as fail, must agree. With money carried over only totals, “three public” expenses, running costs and procurement are held against the forms: whether the rest contains it is not said.',
    example: 'The text says a total budget of 108.00; so does the summary.',
  },
  'narrative/stated-budget-account': {
    title: 'Accounts stated in a budget’s text and its forms',
    reasoning:
      'The budget of an account (under basic expenditure, of a use) as stated in the text is that of the expenditure form; where nothing was carried over, and at least three statements, and three times as many as fail, agree with the forms.',
    example: 'The text says 120.00 for primary schools; item 2050202 is 120.00.',
  },
  'narrative/composition': {
    title: 'What the text says a total is made of',
    reasoning:
      'The items of income, expenditure, basic expenditure or procurement add up to the total stated; where not all are named they are not more.',
    example: 'Fiscal income 500.00 and other income 12.30 make 512.30.',
  },
  'narrative/three-public-parts': {
    title: 'The parts of the “three public” expenses in the text',
    reasoning:
      'Abroad + vehicles + receptions = “three public” expenses; purchase + operation = vehicles; foreign + domestic = receptions.',
    example: 'Vehicles 2.40 + receptions 0.60 = “three public” 3.00.',
  },
  'narrative/classes': {
    title: 'The classes listed in the text',
    reasoning: 'The classes listed add up to the total; where their shares leave something out they are not more.',
    example: 'Education 300.00 (86.81%) and housing 45.60 (13.19%): 345.60 together.',
  },
  'narrative/parts': {
    title: 'The parts listed behind a total',
    reasoning:
      'The parts of a complete list add up to the total. Complete are lists whose shares add up to 100 %, basic and project expenditure of an account, personnel and operating costs of basic expenditure, goods, works and services procured, the three budgets in a bracket, and the classes that a total budget is said to include.',
    example: 'Operations 120.00: basic 100.00 and project 20.00.',
  },
  'narrative/changes': {
    title: 'The changes of the “three public” items',
    reasoning:
      'Where one paragraph states the change of the “three public” expenses and of all their items (of vehicles, purchase and operation), the changes of the items, decreases as negative, add up to that of the whole; where one item’s is not stated they are not added up.',
    example: '“Three public” 0.28 less: vehicles 0.29 less, receptions 0.01 more, travel abroad 0 more.',
  },
  'narrative/accounts': {
    title: 'The accounts listed in the text',
    reasoning:
      'The accounts listed are together not more than the total stated; where they are all the accounts of the form, their outturns add up to it.',
    example: 'Operations 120.00 + housing fund 45.60 = outturn 165.60.',
  },
  'narrative/balance': {
    title: 'Total income and expenditure in the text',
    reasoning:
      'Total income = total expenditure, where the text states the balances that both contain; of government funds: opening balance + income − expenditure = closing balance.',
    example: 'Income total 520.00, expenditure total 520.00.',
  },
  'narrative/repeated': {
    title: 'One item stated more than once',
    reasoning: 'Under one heading the same item on the same basis has the same amount.',
    example: 'Operating expenses are 20.00 in one place and 21.00 in another.',
  },
  'narrative/stated-twice': {
    title: 'A figure stated twice',
    reasoning:
      'A budget’s amount of an item at the head of its paragraph is the same where the paragraph states it again with the year; a change of one item with one amount is the same in two places (of fiscal money and all money, where both amounts are the same, only two digits that changed places are told).',
    example: 'Housing subsidy 207.00 … “the budget of 2026 provides 170.00”: not the same.',
  },
  'narrative/increase': {
    title: 'An increase is not more than the amount',
    reasoning:
      'What an item has grown by is not more than it is now; balances may have been negative and are left out.',
    example: 'Expenditure of 9.05, 19.99 more than last year: last year’s would be negative.',
  },
  'narrative/difference': {
    title: 'The difference between budget and outturn in the text',
    reasoning: 'The difference stated is outturn minus budget; “no difference” means the same amount.',
    example: 'Outturn 0.60, budget 0.80: 0.20 less.',
  },
  'narrative/vehicles': {
    title: 'Vehicles counted in the text',
    reasoning: 'The kinds of vehicles add up to all vehicles; where not all kinds are named they are not more.',
    example: 'Three vehicles: one for confidential mail, two others.',
  },
  'narrative/stated-sum': {
    title: 'Totals that a sentence adds up',
    reasoning:
      '“Income A, plus B and C, in total D”: D = A + B + C (less what is taken off); “what is left is E”: E = total income − total expenditure. What is named may not be more than the total; less than it only where one usual slip put right (digits exchanged, a digit too many, unit or point) makes it exact, as the sentence may leave something out.',
    example: 'Income 100.00, plus 20.00 carried over: 120.00 in total.',
  },
  'narrative/uses': {
    title: 'What the text says an amount is used for',
    reasoning:
      'A list behind “of which” or “mainly” need not be complete: where it comes to less than the total it is told only if one usual slip put right makes it exact; items that do not contain each other are not more than the total.',
    example: 'Training 120.00, of which teachers 70.00 and rooms 60.00: 10.00 too much.',
  },
  'narrative/year-change': {
    title: 'Both years in full, and the change between them',
    reasoning:
      'Where both years’ amounts of an item are stated under one heading, the increase is this year’s minus last year’s; not where one is a budget and the other an outturn, or on another basis.',
    example: '12.00 in 2024, 10.00 in 2023: 2.00 more.',
  },
  'narrative/debt-limit': {
    title: 'What is owed is within its limit',
    reasoning: 'Of one kind and date, the debt stated in a sentence is not more than its limit.',
    example: 'Debt 20.00, below the limit of 25.00.',
  },
  'narrative/evaluated-project': {
    title: 'A project’s budget, outturn and points in the text and in its form',
    reasoning:
      'Budget, outturn and points of a project named in the text are those of its evaluation form; only where another figure of the sentence agrees with it.',
    example: 'The text has a budget of 30.00 and an outturn of 28.00; so does the form.',
  },
  'narrative/projects-together': {
    title: 'Projects counted, and their money together',
    reasoning:
      'Where the text counts as many projects as there are evaluation forms, its amount is the sum of their outturns, or of their budgets.',
    example: 'Two projects with 50.00 in all; their forms have 30.00 and 20.00.',
  },
  'narrative/points-within-maximum': {
    title: 'Points in the text are not more than their maximum',
    reasoning:
      'Points given in a sentence are not more than the maximum that it states; where the maxima of the parts add up to that of their group, so do the points.',
    example: 'A quality indicator of 20 points cannot have 21.',
  },
  'narrative/score': {
    title: 'The self-evaluation score in the text',
    reasoning: 'The department’s own score is the same wherever the text states it, and that of its form.',
    example: 'A score of 95.00 in one place and of 93.00 in another do not agree.',
  },
  'narrative/tallies': {
    title: 'Numbers beside amounts',
    reasoning:
      'Without delegations, receptions or vehicles bought there is usually no expense for them, and the other way round; vehicles kept are usually not more than vehicles owned.',
    example: 'Two official vehicles kept, and no vehicle owned.',
  },
  'narrative/enumeration': {
    title: 'How many are listed',
    reasoning: 'A number stated in the text is usually that of what is listed beside it.',
    example: 'Four divisions are announced and three named.',
  },
  'narrative/staff': {
    title: 'Posts and people',
    reasoning: 'There are usually not more people than posts.',
    example: '52 people in 50 posts.',
  },
};
