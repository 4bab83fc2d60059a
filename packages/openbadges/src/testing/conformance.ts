import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../model/json.ts';

/** The standards bodies' own material, beside the repository; tests that need it are skipped, visibly, without it. */
const folder = join(import.meta.dirname, '../../../../../shared/conformance');

export const conformance = {
  present: existsSync(folder),
  text: (path: string): string => readFileSync(join(folder, path), 'utf8'),
  bytes: (path: string): Uint8Array => readFileSync(join(folder, path)),
  json: (path: string): JsonObject => JSON.parse(readFileSync(join(folder, path), 'utf8')),
  /** Paths of the files below a folder. */
  files(path = ''): string[] {
    if (!existsSync(join(folder, path))) return [];
    return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const inner = join(path, entry.name);
      return entry.isDirectory() ? this.files(inner) : [inner];
    });
  },
};
