import { decodeBase64url } from '../keys/base64url.ts';
import { BadgeError } from '../model/badge-error.ts';
import type { Fetch } from './environment.ts';
import type { FetchFailure, Snapshot, SnapshotEntry } from './report.ts';

/** What was seen before, as if it were asked now; the way to verify again without asking anybody. */
export function fetchFromSnapshot(snapshot: Snapshot): Fetch {
  return async (url) => {
    const entry = snapshot.entries.find((each) => each.url === url);
    if (!entry) return { ok: false, url, failure: 'not-allowed-offline' };
    const { status, contentType } = entry;
    if (status < 200 || status > 299) return { ok: false, url, status, failure: failureOf(status) };
    const body = bytesOf(entry);
    return body ? { ok: true, url, status, contentType, body } : { ok: false, url, status, failure: 'wrong-type' };
  };
}

/** Undefined where a snapshot from outside is broken. */
function bytesOf({ body, encoding }: SnapshotEntry): Uint8Array | undefined {
  if (encoding !== 'base64url') return new TextEncoder().encode(body);
  try {
    return decodeBase64url(body);
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

function failureOf(status: number): FetchFailure {
  if (status === 410) return 'gone';
  return status < 500 ? 'not-found' : 'server-error';
}
