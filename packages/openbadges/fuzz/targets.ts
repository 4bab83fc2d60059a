import type { FuzzTarget } from './fuzz-target.ts';
import { bitstring } from './targets/bitstring.ts';
import { cbor } from './targets/cbor.ts';
import { context } from './targets/context.ts';
import { html } from './targets/html.ts';
import { json } from './targets/json.ts';
import { jwt } from './targets/jwt.ts';
import { pdf } from './targets/pdf.ts';
import { png } from './targets/png.ts';
import { svg } from './targets/svg.ts';
import { zip } from './targets/zip.ts';

export const targets: readonly FuzzTarget[] = [png, svg, json, jwt, bitstring, context, pdf, zip, html, cbor];
