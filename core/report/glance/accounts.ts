import { figureOf, linesOf, sideOf, type Form, type FormSet, type Line, type Side } from '../../recognise/form.ts';
import type { FormId } from '../../recognise/forms.ts';
import { plainLabel } from '../../recognise/grid.ts';
import { byLength, draw, drawnThreePublic, type Charts, type Drawn, type StateOf, type Told } from './draw.ts';

const formOf = (set: FormSet, id: FormId): Form | null =>
  set.forms.find((form) => form.id === id && form.sides.length > 0) ?? null;

function onlyLine(side: Side, key: string): Line | null {
  const [line, ...more] = linesOf(side, key);
  return line && more.length === 0 ? line : null;
}

function toldLine(side: Side, line: Line, measure: string): Told[] {
  const figure = figureOf(side, line, measure);
  return figure === null ? [] : [{ item: line.key ?? '', label: plainLabel(line.label), figures: [{ figure }] }];
}

/** One side of the summary: its lines and the year's total. */
function fromSummary(set: FormSet, key: 'income' | 'expenditure', lines: string, stateOf: StateOf): Drawn | null {
  const form = formOf(set, 'income-expenditure-summary');
  const side = form && sideOf(form, key);
  if (side?.measures.filter((measure) => measure.key === 'amount').length !== 1) return null;
  const total = onlyLine(side, 'year-total');
  return draw(
    linesOf(side, lines).flatMap((line) => toldLine(side, line, 'amount')),
    total && figureOf(side, total, 'amount'),
    stateOf,
  );
}

/** Columns of the total row of a form of accounts. */
function fromTotalRow(
  set: FormSet,
  id: FormId,
  prefix: string,
  measures: readonly string[],
  stateOf: StateOf,
): Drawn | null {
  const side = formOf(set, id)?.sides[0];
  const line = side && onlyLine(side, 'total');
  if (!side || !line) return null;
  const told = measures.flatMap((measure): Told[] => {
    const figure = figureOf(side, line, measure);
    return figure === null
      ? []
      : [
          {
            item: `${prefix}:${measure}`,
            label: side.measures.find(({ key }) => key === measure)?.label.split('/')[0] ?? '',
            figures: [{ figure }],
          },
        ];
  });
  return draw(told, figureOf(side, line, 'total'), stateOf);
}

/** The classes among the rows of the expenditure form, for a set without the summary. */
function classRows(set: FormSet, stateOf: StateOf): Drawn | null {
  const side = formOf(set, 'expenditure')?.sides[0];
  const total = side && onlyLine(side, 'total');
  if (!side || !total) return null;
  const classes = side.lines.filter(({ key }) => /^account:\d{3}$/.test(key ?? ''));
  return draw(
    classes.flatMap((line) =>
      toldLine(side, line, 'total').map((told) => ({ ...told, item: `class:${line.code ?? ''}` })),
    ),
    figureOf(side, total, 'total'),
    stateOf,
  );
}

/** “三公” budget beside outturn, where the form prints each once. */
function threePublic(set: FormSet, stateOf: StateOf): Drawn | null {
  const form = formOf(set, 'three-public');
  if (!form) return null;
  const sides = (['budget', 'outturn'] as const).map((basis) => ({
    basis,
    found: form.sides.filter(({ key }) => key === basis),
  }));
  if (sides.some(({ found }) => found.length !== 1 || found[0]?.lines.length !== 1)) return null;
  const hasVehicles = sides.every(({ found }) => found[0]?.measures.some(({ key }) => key === 'vehicles'));
  const items = drawnThreePublic(hasVehicles);
  return draw(
    items.map((item): Told => ({
      item: `three-public:${item}`,
      label:
        sides[0]?.found[0]?.measures
          .find(({ key }) => key === item)
          ?.label.split('/')
          .at(-1) ?? '',
      figures: sides.flatMap(({ basis, found: [side] }) => {
        const [line] = side?.lines ?? [];
        const figure = side && line && figureOf(side, line, item);
        return figure ? [{ basis, figure }] : [];
      }),
    })),
    null,
    stateOf,
  );
}

const incomeMeasures = ['fiscal', 'superior', 'undertaking', 'operating', 'subordinate', 'other'] as const;
const expenditureMeasures = ['basic', 'project', 'to-superior', 'operating', 'to-subordinate'] as const;

/**
 * The charts of final accounts, each of one form: income of the year by source, expenditure by class and by kind, “三公” budget beside outturn.
 * @param set the forms of one publisher
 * @param stateOf what is said of each figure
 */
export function accountCharts(set: FormSet, stateOf: StateOf): Charts {
  return [
    [
      'sources',
      byLength(
        fromSummary(set, 'income', 'source:', stateOf) ??
          fromTotalRow(set, 'income', 'source', incomeMeasures, stateOf),
      ),
    ],
    ['classes', byLength(fromSummary(set, 'expenditure', 'class:', stateOf) ?? classRows(set, stateOf))],
    ['kinds', fromTotalRow(set, 'expenditure', 'kind', expenditureMeasures, stateOf)],
    ['three-public', threePublic(set, stateOf)],
  ];
}
