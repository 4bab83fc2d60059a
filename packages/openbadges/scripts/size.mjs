// Says how large the library is in a page that verifies: `npm run size -w openbadges`.
import { pageSize } from './page-size.mjs';

const { first, later, parts } = await pageSize();
const line = (bytes, words) => `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${words}`;
console.log(line(first, 'compressed, to verify a badge with every context; made of, minified:'));
for (const [name, bytes] of parts) console.log(line(bytes, `  ${name}`));
for (const { path, bytes } of later) console.log(line(bytes, `compressed, loaded when it is needed: ${path}`));
