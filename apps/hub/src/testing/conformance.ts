import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryPath } from '../platform/paths.ts';

/** The standards bodies' own material, beside the repository; tests that need it are skipped, visibly, without it. */
const folder = repositoryPath('../shared/conformance');

export const conformance = {
  present: existsSync(folder),
  bytes: (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(folder, path))),
  text: (path: string): string => readFileSync(join(folder, path), 'utf8'),
  /** Names of the files in a folder. */
  files: (path: string): string[] =>
    existsSync(join(folder, path))
      ? readdirSync(join(folder, path), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name)
      : [],
};
