import { decodePayload } from '../../src/import/decode-payload.ts';
import type { FoundDocument } from '../../src/import/reading.ts';
import { isObject } from '../../src/model/json.ts';

/** The document of a badge; of a JWT what it holds, and of a VC 1.1 one its `vc`. Undefined for a mere address. */
export function payloadOf({ form, text, json }: FoundDocument): unknown {
  if (form === 'json') return json;
  if (form === 'url') return undefined;
  const parsed = decodePayload(text);
  if (!parsed.ok) return undefined;
  return isObject(parsed.json) && isObject(parsed.json.vc) ? parsed.json.vc : parsed.json;
}
