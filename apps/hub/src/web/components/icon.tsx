import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { raw } from 'hono/html';

const names = [
  'camera',
  'check',
  'chevron-down',
  'clipboard',
  'copy',
  'download',
  'eye',
  'external-link',
  'file',
  'fingerprint',
  'key-round',
  'link',
  'mail',
  'plus',
  'printer',
  'qr-code',
  'search',
  'trash-2',
  'upload',
  'x',
] as const;

export type IconName = (typeof names)[number];

const find = createRequire(import.meta.url);
const drawn = new Map<IconName, string>();

/** A drawing beside a word that says the same; a number or a word alone is mostly better. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {raw(drawingOf(name))}
    </svg>
  );
}

/** The inside of the package's file, read once. */
function drawingOf(name: IconName): string {
  const known = drawn.get(name);
  if (known !== undefined) return known;
  const file = readFileSync(find.resolve(`lucide-static/icons/${name}.svg`), 'utf8');
  const inside = file.slice(file.indexOf('>', file.indexOf('<svg')) + 1, file.lastIndexOf('</svg>')).trim();
  drawn.set(name, inside);
  return inside;
}
