import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const packageSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** Where the command of a tool of this project lies; a tool's package has its name. */
async function commandOf(tool: string): Promise<string> {
  const folder = join(root, 'node_modules', tool === 'tsc' ? 'typescript' : tool);
  const { bin } = packageSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const path = typeof bin === 'string' ? bin : bin[tool];
  if (path === undefined)
    throw new Error(`${tool} 没有安装：请先运行 npm ci。 ${tool} is not installed: run npm ci first.`);
  return join(folder, path);
}

/**
 * Runs a tool of this project (tsc, eslint, vitest, wxt, tsx) without a shell, with its output shown.
 * @param beside other tools run at the same time: its output is shown when it has ended, in one piece
 * @returns its exit code
 */
export async function runTool(tool: string, args: readonly string[], beside = false): Promise<number> {
  const command = await commandOf(tool);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], {
      cwd: root,
      stdio: ['ignore', beside ? 'pipe' : 'inherit', beside ? 'pipe' : 'inherit'],
    });
    const output: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => output.push(piece));
    child.once('error', reject);
    child.once('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}
