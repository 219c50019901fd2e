/**
 * A PDF of these objects.
 * @param objects their bodies, numbered from 1; the first is the catalogue
 * @returns its bytes
 */
export function pdfFile(objects: readonly string[]): Uint8Array {
  const parts = ['%PDF-1.7\n'];
  let length = parts[0]?.length ?? 0;
  const add = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const offsets = objects.map((object, index) => {
    const offset = length;
    add(`${index + 1} 0 obj\n${object}\nendobj\n`);
    return offset;
  });
  const start = length;
  add(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`,
  );
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.from(parts.join(''), 'latin1');
}
