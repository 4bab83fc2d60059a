import { existsSync, readFileSync } from 'node:fs';

/** The version of the package: its package.json is the first one above this file, in the sources and in the build. */
export function version(): string {
  let place = new URL('../package.json', import.meta.url);
  while (!existsSync(place) && place.pathname.split('/').length > 2) place = new URL('../package.json', place);
  return String((JSON.parse(readFileSync(place, 'utf8')) as { version: unknown }).version);
}
