import { existsSync, mkdirSync, realpathSync } from 'node:fs';

import { CannotStart } from '../cannot-start.ts';

/**
 * Makes the data folder when it is missing and returns its real path.
 *
 * Root's folder can be passed through but not listed: the database inside belongs to another user (PostgreSQL
 * refuses to run as root), who must be able to reach it. Files beside it protect themselves by their own mode.
 */
export function prepareDataFolder(directory: string): string {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    if (!existsSync(directory)) mkdirSync(directory, { recursive: true, mode });
    return realpathSync(directory);
  } catch (cause) {
    throw new CannotStart(`The data folder ${directory} cannot be made or entered.`, { cause });
  }
}
