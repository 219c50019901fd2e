import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leftOutPage, rulesPage } from '../core/report/rule-list.ts';

// Writes docs/rules.md and docs/rules-left-out.md from core/relate.

const docs = join(import.meta.dirname, '../docs');
await writeFile(join(docs, 'rules.md'), rulesPage());
await writeFile(join(docs, 'rules-left-out.md'), leftOutPage());
