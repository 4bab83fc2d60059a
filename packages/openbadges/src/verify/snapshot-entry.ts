import { encodeBase64url } from '../keys/base64url.ts';
import type { FetchAnswer } from './environment.ts';
import type { SnapshotEntry } from './report.ts';

/** An answer with a status is worth keeping, also when it is a refusal: 410 is how older badges are revoked. */
export function snapshotEntry(
  url: string,
  answer: FetchAnswer,
  digest: string | undefined,
  at: Date,
): SnapshotEntry | undefined {
  const fetchedAt = at.toISOString();
  if (answer.ok) {
    const { status, contentType } = answer;
    return { url, status, contentType, ...contentOf(answer.body), digest: digest ?? '', fetchedAt };
  }
  if (answer.status === undefined) return undefined;
  return { url, status: answer.status, contentType: '', body: '', digest: '', fetchedAt };
}

/** A picture is no text. Nor is a text with NUL in it, for most places where snapshots are kept. */
function contentOf(bytes: Uint8Array): Pick<SnapshotEntry, 'body' | 'encoding'> {
  const body = textIn(bytes);
  return body === undefined ? { body: encodeBase64url(bytes), encoding: 'base64url' } : { body };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textIn(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
