import { decodeBase64url } from '../keys/base64url.ts';
import type { Fetch } from './environment.ts';
import { failureOfStatus } from './failure-of-status.ts';
import type { Snapshot, SnapshotEntry } from './report.ts';

/** What was seen before, as if it were asked now; the way to verify again without asking anybody. */
export function fetchFromSnapshot(snapshot: Snapshot): Fetch {
  return async (url) => {
    const entry = snapshot.entries.find((each) => each.url === url);
    if (!entry) return { ok: false, url, failure: 'not-allowed-offline' };
    if (entry.status < 200 || entry.status > 299) {
      return { ok: false, url, status: entry.status, failure: failureOfStatus(entry.status) };
    }
    return { ok: true, url, status: entry.status, contentType: entry.contentType, body: bytesOf(entry) };
  };
}

function bytesOf({ body, encoding }: SnapshotEntry): Uint8Array {
  return encoding === 'base64url' ? decodeBase64url(body) : new TextEncoder().encode(body);
}
