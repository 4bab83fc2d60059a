import type { PublicKey } from '../../src/keys/public-key.ts';
import type { SuiteName } from '../../src/proof/cryptosuite.ts';
import { wrongUse } from '../command-error.ts';

/** Every suite that `--suite` names; ecdsa-sd-2023 has options of its own. */
export const suiteNames = [
  'eddsa-rdfc-2022',
  'Ed25519Signature2020',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-jcs-2019',
] as const satisfies readonly SuiteName[];

/** The suites a key signs with when none was asked for. `isSet`: also for the wallets that know only the older form. */
export function suitesFor({ type }: PublicKey, isSet: boolean): readonly SuiteName[] {
  if (type === 'Ed25519') return isSet ? ['eddsa-rdfc-2022', 'Ed25519Signature2020'] : ['eddsa-rdfc-2022'];
  if (type === 'P-256' || type === 'P-384') return ['ecdsa-rdfc-2019'];
  throw wrongUse(
    `A key of the kind ${type} makes no proofs inside a badge.`,
    'Take --jwt, or make another key: badges keygen',
  );
}
