import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesPage } from '../core/report/rule-list.ts';

// Writes docs/rules.md from the catalogue.

await writeFile(join(import.meta.dirname, '../docs/rules.md'), rulesPage());
