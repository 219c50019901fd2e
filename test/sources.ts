import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression as the sources hold it. */
export interface SourcePattern {
  readonly source: string;
  readonly flags: string;
  /** `core/x.ts:12`, for the message of a failing test. */
  readonly at: string;
}

export interface SourcePatterns {
  readonly patterns: readonly SourcePattern[];
  /** Where a RegExp is built from what only a run knows: nothing can be said of it beforehand. */
  readonly unknown: readonly string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** The value of an expression that is a constant string of its own file; null for any other. */
function constantString(
  expression: ts.Expression,
  constants: ReadonlyMap<string, ts.Expression>,
  depth = 0,
): string | null {
  if (depth > 20) return null;
  const valueOf = (inner: ts.Expression): string | null => constantString(inner, constants, depth + 1);
  if (ts.isStringLiteralLike(expression)) return expression.text;
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) return valueOf(expression.expression);
  if (ts.isIdentifier(expression)) {
    const initial = constants.get(expression.text);
    return initial ? valueOf(initial) : null;
  }
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'source') {
    const of = ts.isIdentifier(expression.expression)
      ? constants.get(expression.expression.text)
      : expression.expression;
    return of && ts.isRegularExpressionLiteral(of) ? splitLiteral(of.text).source : null;
  }
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [left, right] = [valueOf(expression.left), valueOf(expression.right)];
    return left === null || right === null ? null : left + right;
  }
  if (ts.isTemplateExpression(expression)) {
    const parts = expression.templateSpans.map((span) => ({
      value: valueOf(span.expression),
      tail: span.literal.text,
    }));
    return parts.some(({ value }) => value === null)
      ? null
      : parts.reduce((text, { value, tail }) => `${text}${value ?? ''}${tail}`, expression.head.text);
  }
  return null;
}

/** Splits `/a/g` into its text and its flags. */
function splitLiteral(literal: string): { source: string; flags: string } {
  const end = literal.lastIndexOf('/');
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}

/**
 * Every RegExp of one source text: its literals, and those built from constant strings of the same file.
 * @param text TypeScript
 * @param name of its file
 */
export function patternsIn(text: string, name: string): SourcePatterns {
  const file = ts.createSourceFile(
    name,
    text,
    ts.ScriptTarget.Latest,
    true,
    name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const constants = new Map<string, ts.Expression>();
  const patterns: SourcePattern[] = [];
  const unknown: string[] = [];
  const declare = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer &&
      node.parent.flags & ts.NodeFlags.Const
    )
      constants.set(node.name.text, node.initializer);
    ts.forEachChild(node, declare);
  };
  const collect = (node: ts.Node): void => {
    const at = `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
    if (ts.isRegularExpressionLiteral(node)) patterns.push({ ...splitLiteral(node.text), at });
    if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'RegExp'
    ) {
      const [source, flags] = (node.arguments ?? []).map((argument) => constantString(argument, constants));
      if (typeof source === 'string' && flags !== null) patterns.push({ source, flags: flags ?? '', at });
      else unknown.push(at);
    }
    ts.forEachChild(node, collect);
  };
  declare(file);
  collect(file);
  return { patterns, unknown };
}

/** Every RegExp of the project's own sources (not of its tests): what foreign text is held against. */
export function patternsOfSources(): SourcePatterns {
  const files = ['core', 'entrypoints', 'tools'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(root, folder, path)),
  );
  const found = files
    .sort()
    .map((path) => patternsIn(readFileSync(path, 'utf8'), relative(root, path).replaceAll('\\', '/')));
  return { patterns: found.flatMap(({ patterns }) => patterns), unknown: found.flatMap(({ unknown }) => unknown) };
}
