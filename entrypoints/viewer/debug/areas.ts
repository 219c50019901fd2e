import { tablesOf } from '../../../core/document/document.ts';
import { percentBox, place } from '../geometry.ts';
import { overlay, uprightViewport } from '../overlay.ts';
import type { Session } from '../session.ts';

/**
 * Draws what the reader saw over the pages: the area of every cell, its row and column, and the ink in it. For people who work
 * on the reader: /viewer.html?areas&file=…
 */
export function attachAreas(session: Session): void {
  const draw = (page: number) => {
    const view = session.pages?.view(page);
    if (!view || !session.document) return;
    view.div.querySelector('.tieout-areas')?.remove();
    const layer = overlay(view, 'tieout-areas');
    const viewport = uprightViewport(view);
    for (const table of tablesOf(session.document)) {
      for (const cell of table.cells) {
        const boxes = [['area', cell.place.area] as const, ...(cell.place.ink ?? []).map((ink) => ['ink', ink] as const)];
        for (const [name, box] of boxes) {
          if (box?.page !== page) continue;
          const element = document.createElement('div');
          element.className = name;
          if (name === 'area') element.dataset.cell = `${table.id} ${cell.row},${cell.column}`;
          place(element, percentBox(box, viewport));
          layer.append(element);
        }
      }
    }
    view.div.append(layer);
  };
  session.onLaidOut = draw;
  session.store.subscribe(() => {
    const { checking, pages } = session.store.value;
    if (checking.stage === 'done') for (let page = 1; page <= pages; page += 1) draw(page);
  });
}
