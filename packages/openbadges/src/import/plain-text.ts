import { asArray, isObject } from '../model/json.ts';

/**
 * One text out of a string, a language map `{ "en": "…" }`, or a language value object `{ "@value": "…" }`
 * (VC 2.0 §11.1); a wished language first, then English, then what comes first.
 */
export function plainText(value: unknown, language = 'en'): string | undefined {
  const candidates = asArray(value).flatMap(texts);
  const best =
    candidates.find((each) => each.language === language) ??
    candidates.find((each) => each.language?.startsWith('en')) ??
    candidates[0];
  return best?.text;
}

function texts(value: unknown): { text: string; language?: string }[] {
  if (typeof value === 'string') return [{ text: value }];
  if (typeof value === 'number') return [{ text: String(value) }];
  if (!isObject(value)) return [];
  if (typeof value['@value'] === 'string') return [{ text: value['@value'], language: string(value['@language']) }];
  return Object.entries(value)
    .filter(([key, text]) => /^[a-z]{2,3}(-\w+)*$/.test(key) && typeof text === 'string')
    .map(([language, text]) => ({ text: String(text), language }));
}

export function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The address in `"https://…"` or `{ "id": "https://…" }`: both are written for images and profiles. */
export function idOf(value: unknown): string | undefined {
  if (isObject(value)) return string(value.id) ?? string(value['@id']);
  return string(value);
}
