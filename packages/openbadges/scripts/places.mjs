import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageRoot = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(packageRoot, 'dist');
export const staging = join(dist, 'staging');
