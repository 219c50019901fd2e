import { thousandsApart } from '../../../../core/quantity/thousands.ts';
import type { GlanceChart, GlanceFigure, Report } from '../../../../core/report/schema.ts';
import { setTitle } from '../../findings/finding-text.ts';
import type { Language } from '../../locale/messages.ts';
import { words } from '../../locale/messages.ts';
import type { CellAddress } from '../../protocol/protocol.ts';
import './glance.css';
import type { GlanceWords } from './words.ts';
import { glanceWords } from './words.ts';

type Item = GlanceChart['items'][number];

/** An amount with its thousands apart. */
export function withThousands(amount: string): string {
  const [whole = '', ...fraction] = amount.split('.');
  return [thousandsApart(whole), ...fraction].join('.');
}

/** A figure as the reader sees it: what cannot be told as an amount, as printed. */
function shown({ amount, text }: GlanceFigure, own: GlanceWords): string {
  if (amount !== undefined) return withThousands(amount);
  return text === '' ? own.blank : text;
}

/** The charts of a report, folded up: each bar leads to its cell, and the figures stand behind as a table. */
export function GlanceView({
  report,
  language,
  open,
  onOpen,
  onCell,
}: {
  readonly report: Report;
  readonly language: Language;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onCell: (cell: CellAddress) => void;
}) {
  const own = glanceWords[language];
  const { glance = [] } = report;
  if (glance.length === 0) return null;
  return (
    <details class="glance" open={open} onToggle={({ currentTarget }) => onOpen(currentTarget.open)}>
      <summary>
        <span>{own.title}</span>
        <small>{own.promise}</small>
      </summary>
      {glance.map(({ set, charts }) => (
        <div key={set}>
          {glance.length > 1 && <p class="set">{setTitle(report, set, words[language])}</p>}
          {charts.map((chart) => (
            <Chart key={chart.kind} chart={chart} own={own} onCell={onCell} />
          ))}
        </div>
      ))}
    </details>
  );
}

interface Drawing {
  readonly chart: GlanceChart;
  readonly own: GlanceWords;
  readonly onCell: (cell: CellAddress) => void;
}

function Chart({ chart, own, onCell }: Drawing) {
  const { kind, basis, unit, total, items } = chart;
  const count = (state: GlanceFigure['state']) =>
    items.flatMap(({ figures }) => figures).filter((figure) => figure.state === state).length;
  const [inconsistent, unchecked] = [count('inconsistent'), count('unchecked')];
  return (
    <figure>
      <figcaption>
        <b>{(basis === 'budget' ? own.budgetChart : own.chart)[kind]}</b>
        {unit !== null && <small>{unit}</small>}
      </figcaption>
      {total !== undefined && (
        <Bar figure={total} name={own.total} label={own.total} chart={chart} own={own} onCell={onCell} bare />
      )}
      <ul>
        {items.map((item, index) => (
          <li key={index}>
            <Bars item={item} chart={chart} own={own} onCell={onCell} />
          </li>
        ))}
      </ul>
      {inconsistent + unchecked > 0 && <p class="not-drawn">{own.notDrawn(inconsistent, unchecked)}</p>}
      <Figures chart={chart} own={own} />
    </figure>
  );
}

function nameOf({ item, label }: Item, own: GlanceWords): string {
  const [, code] = /^class:(.+)$/.exec(item) ?? [];
  return code === undefined ? (own.item[item] ?? label) : own.className(code, label);
}

/** One bar; budget and outturn under a common name. */
function Bars({ item, ...drawing }: Drawing & { readonly item: Item }) {
  const name = nameOf(item, drawing.own);
  const paired = item.figures.some(({ basis }) => basis !== undefined);
  return (
    <>
      {paired && <span class="pair">{name}</span>}
      {item.figures.map((figure) => (
        <Bar
          key={figure.basis ?? ''}
          figure={figure}
          name={name}
          label={figure.basis === undefined ? name : drawing.own.basis[figure.basis]}
          {...drawing}
        />
      ))}
    </>
  );
}

function Bar({
  figure,
  name,
  label,
  chart,
  own,
  onCell,
  bare = false,
}: Drawing & {
  readonly figure: GlanceFigure;
  readonly name: string;
  readonly label: string;
  readonly bare?: boolean;
}) {
  const { basis, amount, state, share, table, row, column } = figure;
  const told = shown(figure, own);
  // 财政拨款收入 1,104.02 万元: what is seen, in its order, and the unit.
  const full = [
    name,
    basis === undefined ? '' : own.basis[basis],
    state === 'checked' ? '' : own.state[state],
    told,
    amount === undefined ? '' : (chart.unit ?? ''),
  ]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <button
      type="button"
      class={`bar ${basis ?? ''} ${state}`}
      data-cell={`${table}.${row}.${column}`}
      aria-label={full}
      title={own.locate(full)}
      onClick={() => onCell({ table, row, column })}
    >
      <span class="line">
        <span class="label">{label}</span>
        {state !== 'checked' && <small class="state">{own.state[state]}</small>}
        <span class="amount">{told}</span>
      </span>
      {!bare && state === 'checked' && (
        <span class="track">
          <span
            class={amount?.startsWith('-') === true ? 'length below' : 'length'}
            style={{ width: `${100 * share}%` }}
          />
        </span>
      )}
    </button>
  );
}

/** The same as a table, for whoever reads figures rather than bars. */
function Figures({ chart: { unit, total, items }, own }: Pick<Drawing, 'chart' | 'own'>) {
  const paired = items.some(({ figures }) => figures.some(({ basis }) => basis !== undefined));
  const row = (name: string, figure: GlanceFigure) => (
    <tr key={`${name} ${figure.basis ?? ''}`}>
      <th scope="row">{name}</th>
      {paired && <td>{figure.basis === undefined ? '' : own.basis[figure.basis]}</td>}
      <td class="amount">{shown(figure, own)}</td>
      <td>{own.state[figure.state]}</td>
    </tr>
  );
  return (
    <details class="figures">
      <summary>{own.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{own.column.item}</th>
            {paired && <th scope="col">{own.column.basis}</th>}
            <th scope="col" class="amount">
              {own.column.amount}
              {unit !== null && <small>{` ${unit}`}</small>}
            </th>
            <th scope="col">{own.column.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.flatMap((item) => item.figures.map((figure) => row(nameOf(item, own), figure)))}
          {total !== undefined && row(own.total, total)}
        </tbody>
      </table>
    </details>
  );
}
