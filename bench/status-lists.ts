import { gunzipSync, gzipSync } from 'node:zlib';
import { createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { decodeStatusList, encodeStatusList, statusBits, writeStatus } from 'openbadges';
import { nodeCompression } from 'openbadges/node';
import type { Benchmark } from './measure.ts';

/** Lists with one entry in a hundred set; the limit is the compression alone. */
export async function statusListBenchmarks(): Promise<Benchmark[]> {
  return [...(await listBenchmarks(131_072)), ...(await listBenchmarks(10_000_000))];
}

async function listBenchmarks(entries: number): Promise<Benchmark[]> {
  const bits = statusBits(entries);
  const peer = await createList({ length: bits.length * 8 });
  for (let i = 0; i < entries / 100; i += 1) {
    const place = (i * 7919) % entries;
    writeStatus(bits, place, true);
    peer.setStatus(place, true);
  }
  const encoded = encodeStatusList(bits, nodeCompression);
  const peerEncoded = await peer.encode();
  const compressed = gzipSync(bits);
  const peerName = '@digitalbazaar/vc-bitstring-status-list';
  const what = `a status list of ${entries.toLocaleString('en')}`;
  return [
    {
      name: `encode ${what}`,
      ours: () => encodeStatusList(bits, nodeCompression),
      peer: () => peer.encode(),
      peerName,
      limit: () => gzipSync(bits),
    },
    {
      name: `decode ${what}`,
      ours: () => decodeStatusList(encoded, nodeCompression),
      peer: () => decodeList({ encodedList: peerEncoded }),
      peerName,
      limit: () => gunzipSync(compressed),
    },
  ];
}
