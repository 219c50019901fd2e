import { useState } from 'preact/hooks';
import type { Finding, Report } from '../../core/report/schema.ts';
import { amountText, figureText, placeLabel, sentence } from './finding-text.ts';
import type { Language } from './messages.ts';
import { familyName, words } from './messages.ts';
import { verdictGlyph } from './verdict.ts';

/** What a card shows and can do. */
export interface CardProps {
  /** The findings of one mark, the gravest first. */
  readonly findings: readonly Finding[];
  readonly report: Report;
  readonly language: Language;
  /** Index of the place at which the card stands: told apart in the equation. */
  readonly here?: number | undefined;
  readonly onJump: (finding: Finding, place: number) => void;
  readonly onCopy: (finding: Finding) => void;
  readonly onClose: () => void;
}

/** The card beside a mark: what does not agree, as one sentence and one equation, and where the other figures stand. Text only. */
export function Card({ findings, report, language, here, onJump, onCopy, onClose }: CardProps) {
  const spoken = words[language];
  const [index, setIndex] = useState(0);
  const [copied, setCopied] = useState(false);
  const finding = findings[Math.min(index, findings.length - 1)];
  if (finding === undefined) return null;
  const step = (by: number) => {
    setIndex(index + by);
    setCopied(false);
  };
  return (
    <div class={`card ${finding.verdict}`} role="dialog" aria-label={spoken.cardName(spoken.verdict[finding.verdict])}>
      <div class="head">
        <span class={`verdict ${finding.verdict}`}>
          <span class="glyph" aria-hidden="true">{verdictGlyph[finding.verdict]}</span>
          {spoken.verdict[finding.verdict]}
        </span>
        <span class="family">{familyName(finding.rule, spoken)}</span>
        <span class="grow" />
        <button type="button" class="close" aria-label={spoken.close} onClick={onClose}>✕</button>
      </div>
      <p class="message">{sentence(finding, language)}</p>
      <Equation finding={finding} language={language} here={here} />
      {finding.likely !== undefined && (
        <div class="likely"><span>{spoken.likely}</span><b>{amountText(finding.likely, finding)}</b></div>
      )}
      {finding.related.length > 0 && (
        <details class="related">
          <summary>{spoken.related(finding.related.length)}</summary>
          <ul>
            {finding.related.map((other, number) => <li key={number}>{sentence(other, language)}</li>)}
          </ul>
        </details>
      )}
      <Jumps finding={finding} report={report} language={language} onJump={onJump} />
      <div class="foot">
        {findings.length > 1 && (
          <>
            <button type="button" class="plain" disabled={index === 0} aria-label={spoken.previous} onClick={() => step(-1)}>‹</button>
            <span>{spoken.cardMore(index + 1, findings.length)}</span>
            <button type="button" class="plain" disabled={index >= findings.length - 1} aria-label={spoken.next} onClick={() => step(1)}>›</button>
          </>
        )}
        <span class="grow" />
        <button type="button" class="plain copy" onClick={() => { onCopy(finding); setCopied(true); }}>
          {copied ? spoken.copied : spoken.copy}
        </button>
      </div>
    </div>
  );
}

/** The equation line by line, then the difference. */
function Equation({ finding, language, here }: { readonly finding: Finding; readonly language: Language; readonly here: number | undefined }) {
  const spoken = words[language];
  if (finding.terms.length === 0) return null;
  return (
    <table class="equation">
      <tbody>
        {finding.terms.map((term, index) => (
          <tr key={index} class={term.sign === '=' || term.sign === '≥' ? 'result' : ''}>
            <td class="sign">{index === 0 && term.sign === '+' ? '' : term.sign === '-' ? '−' : term.sign}</td>
            <td class={term.place !== undefined && term.place === here ? 'label here' : 'label'}>{term.label}</td>
            <td class="figure">{figureText(term.text, spoken)}</td>
          </tr>
        ))}
        {finding.difference !== undefined && (
          <tr class="difference"><td class="sign" /><td>{spoken.difference}</td><td class="figure">{amountText(finding.difference, finding)}</td></tr>
        )}
      </tbody>
    </table>
  );
}

/** A link to each figure of the finding. */
function Jumps({ finding, report, language, onJump }: {
  readonly finding: Finding; readonly report: Report; readonly language: Language; readonly onJump: (finding: Finding, place: number) => void;
}) {
  const spoken = words[language];
  if (finding.places.length === 0) return null;
  return (
    <div class="jumps">
      <p class="jumps-title">{spoken.jumpTo}</p>
      <ul>
        {finding.places.map((place, index) => {
          const label = placeLabel(place, report, spoken);
          return (
            <li key={index}>
              <button type="button" class="jump" aria-label={`${spoken.jumpToPlace(label)} ${figureText(place.text, spoken)}`} onClick={() => onJump(finding, index)}>
                <span class="place">{label}</span><span class="figure">{figureText(place.text, spoken)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
