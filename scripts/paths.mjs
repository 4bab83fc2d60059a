import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const hub = join(root, 'apps/hub');
export const dist = join(hub, 'dist');
export const program = join(dist, 'main.js');

/** The export condition under which the workspace takes the library's sources; others get what was built of them. */
export const librarySource = 'openbadges-source';
