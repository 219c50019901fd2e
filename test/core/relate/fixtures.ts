import type { formIndex } from '../accounts.ts';

/** A rule's pair: the accounts agree as they are, and with this one cell changed the rule must fail. */
export interface Fixture {
  readonly form: keyof typeof formIndex;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** For every rule of the catalogue the changes that break it. */
export const fixtures: Readonly<Record<string, readonly Fixture[]>> = {
  'footing/income-of-sources': [{ form: 'summary', row: 7, column: 2, text: '10.10' }],
  'footing/expenditure-of-classes': [{ form: 'summary', row: 5, column: 5, text: '60.52' }],
  'balance/income-total': [{ form: 'summary', row: 10, column: 2, text: '5.52' }],
  'balance/expenditure-total': [{ form: 'summary', row: 9, column: 5, text: '5.00' }],
  'balance/income-and-expenditure': [{ form: 'summary', row: 11, column: 5, text: '556.52' }],
  'footing/fiscal-income-of-funds': [{ form: 'fiscal', row: 6, column: 2, text: '504.00' }],
  'footing/fiscal-opening-balance': [{ form: 'fiscal', row: 8, column: 2, text: '' }],
  'balance/fiscal-income-total': [{ form: 'fiscal', row: 11, column: 2, text: '554.25' }],
  'cross-footing/fiscal-funds': [{ form: 'fiscal', row: 3, column: 5, text: '401.50' }],
  'footing/fiscal-expenditure-of-classes': [{ form: 'fiscal', row: 5, column: 7, text: '' }],
  'balance/fiscal-expenditure-total': [{ form: 'fiscal', row: 7, column: 6, text: '43.50' }],
  'balance/fiscal-income-and-expenditure': [{ form: 'fiscal', row: 11, column: 5, text: '545.52' }],
  'cross-footing/account-columns': [{ form: 'income', row: 6, column: 3, text: '303.00' }],
  'footing/total-of-classes': [{ form: 'expenditure', row: 8, column: 3, text: '62.25' }],
  'hierarchy/class-of-sections': [{ form: 'expenditure', row: 9, column: 2, text: '62.05' }],
  'hierarchy/section-of-items': [{ form: 'income', row: 7, column: 8, text: '1.00' }],
  'footing/three-public-total': [{ form: 'threePublic', row: 4, column: 11, text: '0.20' }],
  'footing/official-vehicles': [{ form: 'threePublic', row: 4, column: 4, text: '5.20' }],
  'balance/fund-year': [{ form: 'fund', row: 4, column: 7, text: '4.00' }],
  'hierarchy/economic-block': [{ form: 'basic', row: 2, column: 5, text: '61.00' }],
  'footing/personnel-total': [{ form: 'basic', row: 7, column: 2, text: '310.57' }],
  'footing/operating-total': [{ form: 'basic', row: 2, column: 8, text: '' }],
  'tie-out/same': [
    { form: 'income', row: 3, column: 8, text: '1.00' },
    { form: 'fund', row: 3, column: 3, text: '4.00' },
    { form: 'income', row: 3, column: 2, text: '505.00' },
    { form: 'expenditure', row: 3, column: 2, text: '507.25' },
    { form: 'fiscal', row: 4, column: 2, text: '4.00' },
    { form: 'general', row: 3, column: 2, text: '407.75' },
  ],
  'tie-out/accounts': [
    { form: 'summary', row: 5, column: 5, text: '62.05' },
    { form: 'fund', row: 4, column: 4, text: '400.00' },
    { form: 'general', row: 8, column: 2, text: '62.05' },
  ],
  'tie-out/part-of-whole': [
    { form: 'fiscal', row: 4, column: 5, text: '62.05' },
    { form: 'general', row: 7, column: 4, text: '900.00' },
  ],
  'tie-out/basic-expenditure': [{ form: 'general', row: 3, column: 3, text: '318.75' }],
  'tie-out/three-public-uses': [{ form: 'basic', row: 4, column: 5, text: '15.00' }],
  'tie-out/funds-together': [{ form: 'income', row: 3, column: 3, text: '504.00' }],
};
