import { randomBytes, randomFillSync } from 'node:crypto';

const poolLength = 4096;

/** Random bytes of the operating system, fetched some thousand at a time; no byte is given out twice. */
export function pooledRandom(): (bytes: number) => Uint8Array {
  const pool = Buffer.alloc(poolLength);
  let used = poolLength;
  return (bytes) => {
    if (bytes > poolLength / 8) return randomBytes(bytes);
    if (used + bytes > poolLength) {
      randomFillSync(pool);
      used = 0;
    }
    const taken = Uint8Array.prototype.slice.call(pool, used, used + bytes);
    pool.fill(0, used, used + bytes);
    used += bytes;
    return taken;
  };
}
