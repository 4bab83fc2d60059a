import { gunzipSync, gzipSync } from 'node:zlib';
import { BadgeError } from '../model/badge-error.ts';
import type { Compression } from '../status/compression.ts';

/** GZIP by node:zlib. */
export const nodeCompression: Compression = {
  gzip: (bytes) => gzipSync(bytes, { level: 6 }),
  gunzip(bytes, mostBytes) {
    try {
      return gunzipSync(bytes, { maxOutputLength: mostBytes });
    } catch (cause) {
      const tooLong = cause instanceof RangeError;
      throw new BadgeError(tooLong ? 'status.list-length' : 'status.malformed', { member: 'encodedList' }, cause);
    }
  },
};
