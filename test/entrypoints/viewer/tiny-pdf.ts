import { pdfFile } from '../../pdf-file.ts';

/** How a test's page lies. */
export interface TinyPage {
  readonly mediaBox: readonly [number, number, number, number];
  readonly rotate?: number;
  readonly userUnit?: number;
}

/** A line of the table of contents of a test's file, and the page that it leads to, from 1; 0: nowhere. */
export interface TinyOutline {
  readonly title: string;
  readonly page: number;
  readonly items?: readonly TinyOutline[];
}

/** The objects of a table of contents, numbered from `first`. */
function outlineObjects(outline: readonly TinyOutline[], first: number): string[] {
  const objects: string[] = [];
  const add = (items: readonly TinyOutline[], parent: number): string => {
    if (items.length === 0) return '';
    const numbers = items.map(() => first + objects.push('') - 1);
    for (const [index, { title, page, items: inner = [] }] of items.entries()) {
      const own = numbers[index] ?? 0;
      const hex = Array.from(title, (character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
      const links = [
        ...(index > 0 ? [`/Prev ${own - 1} 0 R`] : []),
        ...(index < items.length - 1 ? [`/Next ${own + 1} 0 R`] : []),
        ...(page > 0 ? [`/Dest [${page + 2} 0 R /Fit]`] : []),
      ];
      objects[own - first] = `<< /Title <feff${hex}> /Parent ${parent} 0 R ${links.join(' ')} ${add(inner, own)} >>`;
    }
    return `/First ${numbers[0] ?? 0} 0 R /Last ${numbers.at(-1) ?? 0} 0 R /Count ${items.length}`;
  };
  const root = first + objects.push('') - 1;
  objects[0] = `<< /Type /Outlines ${add(outline, root)} >>`;
  return objects;
}

/**
 * A PDF of empty pages, without fonts or pictures.
 * @param outline its table of contents; none: it has none
 * @returns its bytes
 */
export function tinyPdf(pages: readonly TinyPage[], outline: readonly TinyOutline[] = []): Uint8Array {
  const outlineFrom = pages.length + 3;
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${outline.length > 0 ? `/Outlines ${outlineFrom} 0 R` : ''} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${index + 3} 0 R`).join(' ')}] >>`,
    ...pages.map(
      ({ mediaBox, rotate = 0, userUnit = 1 }) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox.join(' ')}] /Rotate ${rotate} /UserUnit ${userUnit} >>`,
    ),
    ...(outline.length > 0 ? outlineObjects(outline, outlineFrom) : []),
  ];
  return Uint8Array.from(pdfFile(objects));
}
