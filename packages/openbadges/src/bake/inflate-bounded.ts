import { Inflate, Unzlib } from 'fflate';
import { joinBytes } from '../model/join-bytes.ts';

/** Deflate turns one byte into at most so many. */
const mostGrowth = 1032;

/** How many bytes may still come out of what is compressed; what comes out is taken off, also when it is damaged. */
export interface ByteBudget {
  bytes: number;
}

/**
 * Zlib content (or raw deflate), inflated; undefined when it is damaged, 'too-large' when it outgrows the budget.
 * It goes in slices that cannot outgrow what is left, so a bomb is seen before it fills the memory.
 */
export function inflateBounded(
  content: Uint8Array,
  budget: ByteBudget,
  form: 'zlib' | 'raw' = 'zlib',
): Uint8Array | 'too-large' | undefined {
  const parts: Uint8Array[] = [];
  let finished = false;
  const take = (part: Uint8Array, final: boolean) => {
    parts.push(part);
    budget.bytes -= part.length;
    finished = final;
  };
  const stream = form === 'raw' ? new Inflate(take) : new Unzlib(take);
  try {
    for (let at = 0; at < content.length; ) {
      const next = at + Math.max(64, Math.floor(budget.bytes / mostGrowth));
      stream.push(content.subarray(at, next), next >= content.length);
      if (budget.bytes < 0) return 'too-large';
      at = next;
    }
  } catch {
    // fflate reports damaged content in no other way than by throwing.
    return undefined;
  }
  return finished ? joinBytes(parts) : undefined;
}
