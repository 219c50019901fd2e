/**
 * Checks that one might expect and that are no rule: short numbers of the identities, in groups that share a reason. It is told in
 * core/report/words, under the first number of the group, and docs/rules-left-out.md is written from there. They would remark on most
 * ordinary reports, or rest on what is not printed: one false alarm costs more than what they would find.
 */
export const checksLeftOut: readonly (readonly [string, ...string[]])[] = [
  ['N12'],
  ['N13'],
  ['N20', 'X20'],
  ['N27'],
  ['N29'],
  ['N30'],
  ['J-9'],
  ['J-10'],
  ['J-12'],
  ['Z-6', 'Z-7', 'Z-8'],
  ['FB1-3'],
  ['F01-6', 'F09-5', 'S-16'],
  ['F04-9', 'F05-5', 'F06-9', 'F08-3', 'F10-3', 'Y03-3', 'Y07-2'],
  ['Y14-1'],
  ['X19', 'X22', 'X23'],
  ['X21'],
  ['N18'],
  ['S-02', 'S-03', 'S-05', 'S-07', 'S-08', 'S-11', 'S-12', 'S-13', 'S-14', 'S-15', 'S-18'],
  ['S-10'],
  ['S-09', 'F09-6', 'F07-4'],
];
