/** What the rules remark on that is no arithmetic. */
export const remarks: Readonly<Record<string, string>> = {
  'above-three-public':
    'Basic expenditure has {basic} for {code}, more than the {whole} of the same item in the “three public” form.',
  'all-spent': 'The form says that all was spent ({label}), and the rate of execution of its money is {rate}.',
  'cost-and-outturn':
    'The cost reached is {reached}, and the outturn of the same project {outturn}: they are usually equal.',
  'cost-unit':
    'The cost indicator is {cost}, the project’s total {total}: the digits are the same and the units are not.',
  'doubled-row':
    '{table} prints {code} ({item}) in two rows running, with the same amounts. The sums with it are not checked.',
  'enumeration': 'The text says {value}, and {listed} are listed.',
  'malformed-code':
    'The code of “{item}” is printed as “{code}”, unlike the other codes of the form; a class has three digits. The row is not counted as a class of its own.',
  'missing-section': '{codes} stand directly below {class}; the row of section {section} is missing.',
  'no-data-note':
    'The note below {table} says that it holds no data, and it prints amounts ({amount}); they are checked all the same.',
  'number-and-amount':
    'The number (“{name}”) is {number}, and the amount of “{item}” is {amount}: one of them is zero.',
  'people-above-posts': 'The text has {people} people in {posts} posts.',
  'repeated-record': 'The record of “{name}” is printed twice with the same total and indicators.',
  'stated-execution': 'The words of the form have a rate of execution of {stated}; by its money it is {rate}.',
  'stray-code': 'Code {code} stands below {section}, but does not begin with it, and the form has no row {own}.',
  'vehicles-kept': 'The text counts {kept} official vehicles kept, more than the {owned} vehicles owned.',
};
