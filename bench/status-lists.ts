import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeStatusList, encodeStatusList, statusBits, writeStatus } from 'openbadges';
import { nodeCompression } from 'openbadges/node';
import type { Benchmark } from './measure.ts';

/** A list of 131,072 entries with one in a hundred set; the limit is the compression alone. */
export function statusListBenchmarks(): Benchmark[] {
  const bits = statusBits();
  for (let i = 0; i < 1310; i += 1) writeStatus(bits, (i * 7919) % 131_072, true);
  const encoded = encodeStatusList(bits, nodeCompression);
  const compressed = gzipSync(bits);
  return [
    { name: 'encode a status list', ours: () => encodeStatusList(bits, nodeCompression), limit: () => gzipSync(bits) },
    {
      name: 'decode a status list',
      ours: () => decodeStatusList(encoded, nodeCompression),
      limit: () => gunzipSync(compressed),
    },
  ];
}
