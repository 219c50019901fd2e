import { type Language } from './words/language-names.ts';
import type { Diagnosis, Equation, Finding, UncoveredReason } from './schema.ts';
import type { Label, OnFigures, SlipStatement, Statement } from './statement.ts';
import { slipName } from './slip-name.ts';
import { reportWords } from './words/languages.ts';
import type { OnFiguresOf, Sentences, SentencesOnFigures, StatementOf } from './words/words.ts';

// A report in words: everything that a reader is told of a finding is made here, from its data, in the reader's language.

const say = <Kind extends keyof Sentences>(sentences: Sentences, kind: Kind, statement: StatementOf[Kind]): string =>
  sentences[kind](statement);

const sayOnFigures = <Kind extends OnFigures['kind']>(
  sentences: SentencesOnFigures,
  kind: Kind,
  said: OnFiguresOf[Kind],
): string => sentences[kind](said);

/** Puts values into a sentence with {names}. @returns it without what there is no value for */
function filled(
  sentence: string,
  values: Readonly<Record<string, string | readonly string[]>>,
  between: string,
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? (values[name] ?? '') : '';
    return typeof value === 'string' ? value : value.join(between);
  });
}

/** A statement as one neutral sentence; '' for a remark that this version has no words for. */
export function statementText(statement: Statement, language: Language): string {
  const { sentences, remarks, between } = reportWords[language];
  return statement.kind === 'remark'
    ? filled(
        Object.hasOwn(remarks, statement.remark) ? (remarks[statement.remark] ?? '') : '',
        statement.values,
        between,
      )
    : say(sentences, statement.kind, statement);
}

/** The sentence of a finding, or of an equation beside it. */
export const sentence = ({ statement }: Pick<Equation, 'statement'>, language: Language): string =>
  statementText(statement, language);

/** The equation in one line; '' where there is none. */
export const equationText = ({ line }: Pick<Finding, 'line'>, language: Language): string =>
  line === undefined ? '' : reportWords[language].equation(line);

/** What the equations together say of the figures. */
export const diagnosisText = ({ statement }: Pick<Diagnosis, 'statement'>, language: Language): string =>
  sayOnFigures(reportWords[language].onFigures, statement.kind, statement);

/** What a term of an equation is called beside its total. */
export const labelText = (label: Label, language: Language): string => reportWords[language].label(label);

/** Why something was not checked. */
export const reasonText = (reason: UncoveredReason, language: Language): string =>
  reportWords[language].reasons[reason];

/**
 * How a figure most likely became wrong; '' for what is no slip that we know.
 * @param text the figure as printed
 */
export function slipText(slip: SlipStatement, text: string, language: Language): string {
  const name = slipName(slip, text);
  return name === undefined ? '' : reportWords[language].slips[name];
}
