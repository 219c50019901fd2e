import { identity } from '../geometry.ts';
import type { Matrix } from '../geometry.ts';

// What pdf.js hands over as an operator's arguments has no types: a hostile file may put anything there.

/** Whether an operator's argument is an object with entries. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether it is a list of numbers, typed or not. */
export function isNumbers(value: unknown): value is ArrayLike<number> {
  return (Array.isArray(value) || ArrayBuffer.isView(value)) && 'length' in value;
}

/**
 * An argument as a list.
 * @returns empty when it is none
 */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * An argument as a number.
 * @param otherwise what is returned when it is none
 */
export function numberOf(value: unknown, otherwise = 0): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/**
 * An argument as a matrix.
 * @returns the identity when it is none
 */
export function matrixOf(value: unknown): Matrix {
  return isNumbers(value) && value.length >= 6
    ? [value[0] ?? 1, value[1] ?? 0, value[2] ?? 0, value[3] ?? 1, value[4] ?? 0, value[5] ?? 0]
    : identity;
}
