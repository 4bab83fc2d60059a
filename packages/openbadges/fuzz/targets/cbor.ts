import { decodeCbor } from '../../src/proof/sd/decode-cbor.ts';
import { encodeCbor } from '../../src/proof/sd/encode-cbor.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../mutate-bytes.ts';

const samples = [
  encodeCbor([
    new Uint8Array(64),
    new Uint8Array(35),
    new Uint8Array(32),
    [new Uint8Array(64), new Uint8Array(64)],
    ['/issuer', '/a/b'],
  ]),
  encodeCbor([new Uint8Array(64), [], new Map([[0, new Uint8Array(32)]]), [0, 1, 23, 24, 255, 256, 65_536]]),
  encodeCbor(['ä', 0]),
];

/** The CBOR of selective disclosure: what is accepted has one form, apart from the order of the keys of a map. */
export const cbor: FuzzTarget = {
  name: 'cbor',
  make: (dice) => mutateBytes(dice.pick(samples), dice, samples),
  feed(input) {
    const value = decodeCbor(input);
    const written = encodeCbor(value);
    const again = encodeCbor(decodeCbor(written));
    const isSame = written.length === input.length && Buffer.from(again).equals(written);
    if (!isSame) throw new Error('two forms of one value');
    return value;
  },
};
