import type { CellPlace, Report } from '../../../core/report/schema.ts';
import type { CellAddress } from '../protocol/protocol.ts';

/** A cell as a place, for finding it where it is shown. */
export function cellPlace({ table, row, column }: CellAddress): CellPlace {
  return { role: 'operand', table, row, column, rowLabel: '', columnLabel: '', text: '' };
}

/** The cells that the charts of a report lead to. */
export function glancePlaces({ glance = [] }: Report): CellPlace[] {
  return glance.flatMap(({ charts }) =>
    charts.flatMap(({ total, items }) =>
      [...(total === undefined ? [] : [total]), ...items.flatMap(({ figures }) => figures)].map(cellPlace),
    ),
  );
}
