import { expect, test } from 'vitest';
import { bytesKind } from '../../../../core/read/pdf/bytes.ts';

const of = (text: string): ReturnType<typeof bytesKind> => bytesKind(new TextEncoder().encode(text));

test('a PDF is told from what comes in its place', () => {
  expect(of('')).toBe('empty');
  expect(of('\n<!DOCTYPE html><html><body>404')).toBe('html');
  expect(of('PK\u0003\u0004')).toBe('other');
  expect(of('%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n')).toBe('pdf');
  expect(of('\n\n%PDF-1.4\n…\n%%EOF')).toBe('pdf');
});

test('a PDF without its end is cut off', () => {
  expect(of('%PDF-1.7\n1 0 obj\n<<>>')).toBe('truncated');
  expect(of('%PDF-1.7\n1 0 obj\n<</Linearized 1/L 90000/O 3>>\nendobj\n%%EOF\n2 0 obj')).toBe('truncated');
});
