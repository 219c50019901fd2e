import { useEffect, useState } from 'preact/hooks';
import { feedbackLetter } from '../../../core/report/letter.ts';
import type { Diagnosis, Equation as OtherEquation, Finding, Report } from '../../../core/report/schema.ts';
import { diagnosisText, equationText, labelText, sentence } from '../../../core/report/tell.ts';
import { amountText, figureText, findingAsText, placeLabel } from '../findings/finding-text.ts';
import type { Language } from '../locale/messages.ts';
import { familyName, words } from '../locale/messages.ts';
import { verdictGlyph } from '../findings/verdict.ts';

/** Where a card's mark is among all marks, and how to go on to its neighbours. */
export interface CardPosition {
  /** From 1. */
  readonly index: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
}

/** Setting findings aside, and taking that back. */
export interface CardIgnoring {
  readonly isIgnored: (finding: Finding) => boolean;
  /** @returns whether it was kept */
  readonly onIgnore: (finding: Finding, ignored: boolean) => Promise<boolean>;
}

/** What a card shows and can do. */
export interface CardProps {
  /** The findings of one mark, the gravest first. */
  readonly findings: readonly Finding[];
  readonly report: Report;
  readonly language: Language;
  /** Index of the place at which the card stands: told apart in the equation. */
  readonly here?: number | undefined;
  readonly position?: CardPosition | undefined;
  readonly ignoring?: CardIgnoring | undefined;
  readonly onJump: (finding: Finding, place: number) => void;
  /** The pointer or the focus is on a figure of the equation; null: no longer. */
  readonly onPoint?: (place: number | null) => void;
  /** The reader has turned to another finding of the mark. */
  readonly onTurn?: (finding: Finding) => void;
  /** Puts a text on the clipboard. @returns whether it is there */
  readonly onCopy: (text: string) => boolean | Promise<boolean>;
  readonly onClose: () => void;
}

/** The card beside a mark: what does not agree, as one sentence and one equation, and where the other figures stand. Text only. */
export function Card(props: CardProps) {
  const { findings, report, language, here, position, ignoring, onTurn, onClose } = props;
  const spoken = words[language];
  const [index, setIndex] = useState(0);
  const [kept, setKept] = useState(true);
  const finding = findings[Math.min(index, findings.length - 1)];
  useEffect(() => {
    if (finding !== undefined) onTurn?.(finding);
  }, [finding?.id]);
  if (finding === undefined) return null;
  return (
    <div class={`card ${finding.verdict}`} role="dialog" aria-label={spoken.cardName(spoken.verdict[finding.verdict])}>
      <div class="head">
        <span class={`verdict ${finding.verdict}`}>
          <span class="glyph" aria-hidden="true">
            {verdictGlyph[finding.verdict]}
          </span>
          {spoken.verdict[finding.verdict]}
        </span>
        <span class="family">{familyName(finding.rule, spoken)}</span>
        <span class="grow" />
        {position !== undefined && <Position {...position} language={language} />}
        <button type="button" class="close" aria-label={spoken.close} title={`${spoken.close} (Esc)`} onClick={onClose}>
          ✕
        </button>
      </div>
      {findings.length > 1 && (
        <div class="turns" role="group" aria-label={spoken.cardSeveral(findings.length)}>
          <span aria-hidden="true">{spoken.cardSeveral(findings.length)}</span>
          {findings.map((each, number) => (
            <button
              key={each.id}
              type="button"
              class="turn"
              aria-pressed={each === finding}
              onClick={() => setIndex(number)}
            >
              {familyName(each.rule, spoken)}
            </button>
          ))}
        </div>
      )}
      <p class="message">{sentence(finding, language)}</p>
      <Equation {...props} finding={finding} here={here} />
      {finding.diagnosis !== undefined && <Diagnosed {...props} finding={finding} diagnosis={finding.diagnosis} />}
      {finding.related.length > 0 && (
        <Others
          title={spoken.related(finding.related.length)}
          equations={finding.related}
          language={language}
          open={finding.related.length <= 3}
        />
      )}
      {finding.diagnosis !== undefined && finding.diagnosis.holding.length > 0 && (
        <Others
          title={spoken.holding(finding.diagnosis.holding.length)}
          equations={finding.diagnosis.holding}
          language={language}
        />
      )}
      <Elsewhere {...props} finding={finding} />
      {ignoring?.isIgnored(finding) === true && (
        <p class="ignored" role="status">
          {spoken.ignoredNow}
        </p>
      )}
      {!kept && (
        <p class="ignored" role="alert">
          {spoken.notKept}
        </p>
      )}
      <div class="foot">
        {ignoring !== undefined && (
          <button
            type="button"
            class="plain ignore"
            onClick={() => void ignoring.onIgnore(finding, !ignoring.isIgnored(finding)).then(setKept)}
          >
            {ignoring.isIgnored(finding) ? spoken.unignore : spoken.ignore}
          </button>
        )}
        <span class="grow" />
        {finding.verdict === 'inconsistent' && (
          <CopyButton
            key={`${finding.id} note`}
            label={spoken.copyNote}
            title={spoken.copyNoteHint}
            language={language}
            text={() => feedbackLetter(report, finding, language)}
            onCopy={props.onCopy}
          />
        )}
        <CopyButton
          key={finding.id}
          label={spoken.copy}
          language={language}
          text={() => findingAsText(finding, report, language, spoken)}
          onCopy={props.onCopy}
        />
      </div>
    </div>
  );
}

/** ‹ 标记 3 / 12 ›: marks, of which a finding may have several. */
function Position({ index, count, onStep, language }: CardPosition & { readonly language: Language }) {
  const spoken = words[language];
  if (count < 2) return null;
  return (
    <span class="position" role="group" aria-label={spoken.markPosition(index, count)}>
      <button
        type="button"
        class="step"
        aria-label={spoken.previous}
        title={`${spoken.previous} (P)`}
        onClick={() => onStep(-1)}
      >
        ‹
      </button>
      <span class="count" aria-hidden="true">
        {spoken.cardMore(index, count)}
      </span>
      <button
        type="button"
        class="step"
        aria-label={spoken.next}
        title={`${spoken.next} (N)`}
        onClick={() => onStep(1)}
      >
        ›
      </button>
    </span>
  );
}

type Shown = CardProps & { readonly finding: Finding };

/** What a link to a figure does. */
function jumpProps({ finding, onJump, onPoint }: Shown, place: number) {
  return {
    'data-place': place,
    'onClick': () => onJump(finding, place),
    'onPointerEnter': () => onPoint?.(place),
    'onPointerLeave': () => onPoint?.(null),
    'onFocus': () => onPoint?.(place),
    'onBlur': () => onPoint?.(null),
  };
}

/** The equation line by line, then the difference; each printed figure is a link to its place. */
function Equation(props: Shown) {
  const { finding, report, language, here } = props;
  const spoken = words[language];
  if (finding.terms.length === 0) return null;
  return (
    <table class="equation" aria-label={spoken.equation}>
      <tbody>
        {finding.terms.map((term, index) => {
          const place = term.place === undefined ? undefined : finding.places[term.place];
          const isHere = term.place !== undefined && term.place === here;
          const name = labelText(term.label, language);
          const label = place === undefined ? name : placeLabel(place, report, spoken);
          return (
            <tr key={index} class={`${term.sign === '=' || term.sign === '≥' ? 'result' : ''}${isHere ? ' here' : ''}`}>
              <td class="sign">{index === 0 && term.sign === '+' ? '' : term.sign === '-' ? '−' : term.sign}</td>
              <td class="label">
                {term.place === undefined ? (
                  name
                ) : (
                  <button
                    type="button"
                    class="jump"
                    title={label}
                    aria-current={isHere ? 'location' : undefined}
                    {...jumpProps(props, term.place)}
                  >
                    <span class="unseen">{spoken.jumpTo} </span>
                    <span class="place">{name === '' ? label : name}</span>
                    {place?.page !== undefined && finding.places.some(({ page }) => page !== place.page) && (
                      <>
                        {' '}
                        <small>{spoken.page(place.page)}</small>
                      </>
                    )}
                  </button>
                )}
              </td>
              <td class="figure">{figureText(term.text, spoken)}</td>
            </tr>
          );
        })}
        {finding.difference !== undefined && (
          <tr class="difference">
            <td class="sign" />
            <td>{spoken.difference}</td>
            <td class="figure">{amountText(finding.difference, finding)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** A card lists no more changes than this at once: a table in the wrong unit has hundreds. */
const mostListed = 6;

/** Which figure is wrong, as far as the equations tell, and what it was probably meant to be. */
function Diagnosed(props: Shown & { readonly diagnosis: Diagnosis }) {
  const { diagnosis, language } = props;
  const spoken = words[language];
  const told = diagnosisText(diagnosis, language);
  const { changes } = diagnosis;
  const listed = changes.length > mostListed ? changes.slice(0, mostListed) : changes;
  const folded = changes.slice(listed.length);
  return (
    <div class={`diagnosis ${diagnosis.kind}`}>
      {changes.length > 0 && (
        <>
          <p class="diagnosis-title">{diagnosis.kind === 'suspect' ? spoken.suspectTitle : spoken.candidatesTitle}</p>
          <Changes {...props} changes={listed} />
          {folded.length > 0 && (
            <details class="related">
              <summary>{spoken.moreChanges(folded.length)}</summary>
              <Changes {...props} changes={folded} />
            </details>
          )}
        </>
      )}
      {told !== '' && <p class="told">{told}</p>}
    </div>
  );
}

/** A list of figures, each with what it was probably meant to be. */
function Changes(props: Shown & { readonly changes: Diagnosis['changes'] }) {
  const { finding, changes, report, language, here } = props;
  const spoken = words[language];
  return (
    <ul>
      {changes.map((change) => {
        const place = finding.places[change.place];
        if (place === undefined) return null;
        const label = placeLabel(place, report, spoken);
        return (
          <li key={change.place}>
            <button
              type="button"
              class="jump"
              aria-current={change.place === here ? 'location' : undefined}
              {...jumpProps(props, change.place)}
            >
              <span class="unseen">{spoken.jumpTo} </span>
              <span class="place">{label}</span>
            </button>
            <span class="change">
              <span class="unseen">{spoken.printedAs} </span>
              <s>{figureText(place.text, spoken)}</s>
              <span aria-hidden="true"> → </span>
              <span class="unseen">{spoken.likelyValue} </span>
              <b>{change.likelyText}</b>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Other equations, folded: those that fail for the same cause, or those that hold and speak for the likely value. */
function Others({
  title,
  equations,
  language,
  open = false,
}: {
  readonly title: string;
  readonly equations: readonly OtherEquation[];
  readonly language: Language;
  readonly open?: boolean;
}) {
  return (
    <details class="related" open={open}>
      <summary>{title}</summary>
      <ul>
        {equations.map((other, number) => (
          <li key={number}>
            {sentence(other, language)}
            <code>{equationText(other, language)}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A link to each figure of the finding that its equation does not name. */
function Elsewhere(props: Shown) {
  const { finding, report, language, here } = props;
  const spoken = words[language];
  const named = new Set([
    ...finding.terms.map(({ place }) => place),
    ...(finding.diagnosis?.changes.map(({ place }) => place) ?? []),
  ]);
  const others = finding.places.flatMap((place, index) => (named.has(index) ? [] : [{ place, index }]));
  if (others.length === 0) return null;
  return (
    <div class="jumps">
      <p class="jumps-title">{spoken.jumpTo}</p>
      <ul>
        {others.map(({ place, index }) => {
          const label = placeLabel(place, report, spoken);
          return (
            <li key={index}>
              <button
                type="button"
                class="jump"
                aria-current={index === here ? 'location' : undefined}
                {...jumpProps(props, index)}
              >
                <span class="unseen">{spoken.jumpTo} </span>
                <span class="place">{label}</span>
                <span class="figure">{figureText(place.text, spoken)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Copies, and says whether that worked. */
function CopyButton({
  label,
  title,
  language,
  text,
  onCopy,
}: {
  readonly label: string;
  readonly title?: string;
  readonly language: Language;
  readonly text: () => string;
  readonly onCopy: CardProps['onCopy'];
}) {
  const spoken = words[language];
  const [done, setDone] = useState<boolean | null>(null);
  const copy = async () => setDone(await onCopy(text()));
  return (
    <>
      <button type="button" class="plain copy" title={title} onClick={() => void copy()}>
        {done === true ? spoken.copied : label}
      </button>
      <span class="unseen" role="status">
        {done === null ? '' : done ? spoken.copied : spoken.notCopied}
      </span>
    </>
  );
}
