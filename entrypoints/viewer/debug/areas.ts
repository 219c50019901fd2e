import './areas.css';
import type { Box, Document, Table } from '../../../core/document/document.ts';
import { tablesOf } from '../../../core/document/document.ts';
import { uprightPage } from '../../../core/read/pdf/read-pdf.ts';
import { strings } from '../../../core/read/pdf/strings.ts';
import type { Glyph, RulingLine, UprightPage } from '../../../core/read/pdf/upright-page.ts';
import { boxAround, percentBox, place } from '../pages/geometry.ts';
import { overlay, uprightViewport } from '../pages/overlay.ts';
import { operators } from '../opening/pdfjs.ts';
import type { Session } from '../session/session.ts';
import { viewerWords } from '../words.ts';

/** What can be drawn over a page, in the order of the legend and from the bottom up. */
const layers = ['runs', 'rules', 'grid', 'cells'] as const;
type Layer = (typeof layers)[number];

/** One thing to draw. */
interface Area {
  readonly layer: Layer | 'table';
  readonly box: Box;
  readonly label?: string;
}

function runAreas(page: UprightPage): Area[] {
  return strings(page.glyphs).flatMap((glyphs: readonly Glyph[]): Area[] =>
    glyphs.every(({ blank }) => blank)
      ? []
      : [
          {
            layer: 'runs',
            box: page.box({
              left: Math.min(...glyphs.map(({ left }) => left)),
              right: Math.max(...glyphs.map(({ right }) => right)),
              top: Math.min(...glyphs.map(({ top }) => top)),
              bottom: Math.max(...glyphs.map(({ bottom }) => bottom)),
            }),
          },
        ],
  );
}

function ruleAreas(page: UprightPage): Area[] {
  const area = (rectangle: Parameters<UprightPage['box']>[0]): Area => ({ layer: 'rules', box: page.box(rectangle) });
  return [
    ...page.horizontal.map(({ at, from, to }: RulingLine) => area({ left: from, right: to, top: at, bottom: at })),
    ...page.vertical.map(({ at, from, to }: RulingLine) => area({ left: at, right: at, top: from, bottom: to })),
  ];
}

function tableAreas(table: Table, page: number): Area[] {
  const cells = table.cells.flatMap((cell): (Area & { readonly layer: 'cells' })[] =>
    cell.place.area?.page === page
      ? [{ layer: 'cells', box: cell.place.area, label: `${cell.row},${cell.column}` }]
      : [],
  );
  const whole = boxAround(cells.map(({ box }) => box));
  if (whole === undefined) return [];
  const edges = (ends: (box: Box) => readonly [number, number]) => [
    ...new Set(cells.flatMap(({ box }) => ends(box).map((end) => Math.round(end * 10) / 10))),
  ];
  return [
    ...edges(({ left, right }) => [left, right]).map((x): Area => ({
      layer: 'grid',
      box: { ...whole, left: x, right: x },
    })),
    ...edges(({ bottom, top }) => [bottom, top]).map((y): Area => ({
      layer: 'grid',
      box: { ...whole, bottom: y, top: y },
    })),
    ...cells,
    {
      layer: 'table',
      box: { ...whole, bottom: whole.top },
      label: `${table.id} ${table.rows}×${table.columns} ${table.confidence.toFixed(2)}`,
    },
  ];
}

/**
 * Draws what the reader saw over the pages: glyph runs, rules, the grid and its cells, each of which can be switched off. For people
 * who work on the reader: /viewer.html?areas&file=…
 */
export function attachAreas(session: Session): void {
  const shown = new Set<Layer>(layers);
  const printed = new WeakMap<object, Map<number, readonly Area[]>>();

  const printedOn = async (page: number): Promise<readonly Area[]> => {
    const pdf = session.opener.open?.pdf ?? null;
    if (pdf === null) return [];
    const pages = printed.get(pdf) ?? new Map<number, readonly Area[]>();
    printed.set(pdf, pages);
    const known = pages.get(page);
    if (known !== undefined) return known;
    const upright = await uprightPage(await pdf.getPage(page), page, operators, await pdf.getOptionalContentConfig());
    const areas = [...runAreas(upright), ...ruleAreas(upright)];
    pages.set(page, areas);
    return areas;
  };

  const read = (document: Document | null, page: number) =>
    document === null ? [] : tablesOf(document).flatMap((table) => tableAreas(table, page));

  const draw = async (page: number) => {
    // A page that nobody looks at is drawn when it is.
    if (session.pages?.view(page)?.div.querySelector('canvas') == null) return;
    const areas = [...(await printedOn(page)), ...read(session.checker.document, page)];
    const view = session.pages.view(page);
    if (!view) return;
    const layer = overlay(view, 'tieout-areas');
    const viewport = uprightViewport(view);
    for (const { layer: name, box, label } of areas) {
      if (name === 'table' ? !shown.has('cells') : !shown.has(name)) continue;
      const element = document.createElement('div');
      element.className = name;
      if (name === 'table') element.textContent = label ?? '';
      else if (label !== undefined) element.dataset.cell = label;
      place(element, percentBox(box, viewport));
      layer.append(element);
    }
    view.div.querySelector('.tieout-areas')?.remove();
    view.div.append(layer);
  };
  const drawAll = () => {
    for (let page = 1; page <= session.store.value.pages; page += 1) void draw(page).catch(() => undefined);
  };

  session.onLaidOut = (page) => void draw(page).catch(() => undefined);
  let drawn: Document | null = null;
  session.store.subscribe(() => {
    if (session.checker.document === drawn) return;
    drawn = session.checker.document;
    drawAll();
  });
  document.body.append(legend(session, shown, drawAll));
}

function legend(session: Session, shown: Set<Layer>, changed: () => void): HTMLElement {
  const spoken = viewerWords[session.language].areas;
  const box = document.createElement('fieldset');
  box.className = 'areas-legend';
  const title = document.createElement('legend');
  title.textContent = spoken.title;
  box.append(title);
  for (const layer of layers) {
    const label = document.createElement('label');
    label.style.setProperty('--swatch', `var(--areas-${layer})`);
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.checked = true;
    input.addEventListener('change', () => {
      if (input.checked) shown.add(layer);
      else shown.delete(layer);
      changed();
    });
    label.append(input, spoken[layer]);
    box.append(label);
  }
  return box;
}
