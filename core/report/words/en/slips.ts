import type { SlipName } from '../../statement.ts';

/** How a figure most likely became wrong. */
export const slips: Readonly<Record<SlipName, string>> = {
  'digit': 'looks like one digit mistyped',
  'digit-lost': 'looks like a digit left out',
  'digit-added': 'looks like a digit too many',
  'transposition': 'looks like two neighbouring digits exchanged',
  'point': 'looks like the decimal point moved',
  'unit': 'looks like the wrong unit',
  'sign': 'looks like the sign reversed',
  'missing': 'looks left out',
  'superfluous': 'looks filled in where nothing belongs',
  'neighbour': 'looks entered in a neighbouring cell',
  'exchanged': 'looks like two figures exchanged',
  'shifted': 'looks like rows shifted by one',
  'carried': 'looks like one wrong amount carried into the totals above it',
  'table-unit': 'looks like the unit of the whole table is wrong',
  'excess': 'more than its weight',
  'separator': 'looks like a separator mistyped',
  'zeroed': 'looks like a zero in the place of an amount',
};
