import { decodeText } from '../import/decode-text.ts';
import { parseJson } from '../import/parse-json.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import type { FetchAnswer } from './environment.ts';

/** The JSON object in an answer; undefined when it holds none. */
export function readObject(answer: FetchAnswer): JsonObject | undefined {
  const text = answer.ok ? decodeText(answer.body) : undefined;
  const parsed = text === undefined ? undefined : parseJson(text);
  return parsed?.ok && isObject(parsed.json) ? parsed.json : undefined;
}
