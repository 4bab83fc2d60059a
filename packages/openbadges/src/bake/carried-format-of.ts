import { decodePayload } from '../import/decode-payload.ts';
import { detectDocument } from '../import/detect-document.ts';
import { parseJson } from '../import/parse-json.ts';
import { isObject } from '../model/json.ts';
import type { CarriedFormat } from './badge-carriers.ts';

/** As what a badge goes into a picture: told from the document, JSON text or compact JWS. An address is an older badge. */
export function carriedFormatOf(badge: string): CarriedFormat {
  if (/^https?:/i.test(badge)) return 'openbadges';
  const parsed = badge.startsWith('{') ? parseJson(badge) : decodePayload(badge);
  const payload = parsed.ok ? parsed.json : undefined;
  const { kind } = detectDocument(isObject(payload) && isObject(payload.vc) ? payload.vc : payload);
  if (kind === 'clr') return 'clrcredential';
  return kind === 'assertion' ? 'openbadges' : 'openbadgecredential';
}
