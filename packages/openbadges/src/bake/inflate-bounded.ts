import { Unzlib } from 'fflate';
import { joinBytes } from '../model/join-bytes.ts';

/** A slice of this many bytes grows to a quarter of a megabyte at most, so a bomb is seen before it fills the memory. */
const slice = 256;

/** Zlib content, inflated; undefined when it is damaged, 'too-large' when it grows over the limit (bytes). */
export function inflateBounded(content: Uint8Array, limit: number): Uint8Array | 'too-large' | undefined {
  const parts: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const stream = new Unzlib((part, final) => {
    parts.push(part);
    size += part.length;
    finished = final;
  });
  try {
    for (let at = 0; at < content.length; at += slice) {
      stream.push(content.subarray(at, at + slice), at + slice >= content.length);
      if (size > limit) return 'too-large';
    }
  } catch {
    // fflate reports damaged content in no other way than by throwing.
    return undefined;
  }
  return finished ? joinBytes(parts) : undefined;
}
