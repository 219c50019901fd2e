import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleFiles } from './samples/files.ts';

// Writes the pages of test/samples; print-samples.ts then prints the PDFs from them.

const folder = join(import.meta.dirname, '../test/samples');
for (const [name, text] of Object.entries(sampleFiles())) await writeFile(join(folder, name), text);
