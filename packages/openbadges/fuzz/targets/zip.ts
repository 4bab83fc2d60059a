import { zipSync } from 'fflate';
import { readBadge } from '../../src/import/read-badge.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { badgeToken, signedBadge } from '../samples.ts';

const json = Buffer.from(JSON.stringify(signedBadge));
const token = Buffer.from(badgeToken);
const samples = [
  zipSync({ 'a.json': json, 'folder/b.jwt': token }),
  zipSync({ 'a.json': json, 'b.jwt': token }, { level: 0 }),
  zipSync({ 'inner.zip': zipSync({ 'deeper.zip': zipSync({ 'a.jwt': token }), 'ä.jwt': token }) }),
  zipSync({ 'zeros.json': new Uint8Array(2 * 1024 * 1024), 'a.jwt': token }),
  zipSync({}),
];

/** Archives, also in archives. */
export const zip: FuzzTarget = {
  name: 'zip',
  make: (dice) => mutateBytes(dice.pick(samples), dice, samples),
  feed: (input) => readBadge(input),
};
