import { badgeView } from '../../src/import/badge-view.ts';
import { readBadge } from '../../src/import/read-badge.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateJson } from '../mutate-json.ts';
import { mutateText } from '../mutate-text.ts';
import { officialJson, olderBadges, signedBadge } from '../samples.ts';
import { verifyOffline } from '../verify-offline.ts';

const samples = [
  signedBadge,
  ...olderBadges,
  ...officialJson(/^(ob3\/(spec-examples|validator-samples)|dcc|clr2\/samples|ob2)\/.*\.json$/),
];
const texts = samples.map((sample) => JSON.stringify(sample));
const words = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\ud800',
  '\\u0000',
  'null',
  'true',
  '1e400',
  '-0',
  '1E',
  '"@context"',
  '"type"',
  '"id"',
  '"proof"',
  '"__proto__"',
  '"https://www.w3.org/ns/credentials/v2"',
  '"VerifiablePresentation"',
  '"ClrCredential"',
  '"verifiableCredential"',
  '"credential"',
  '"EnvelopedVerifiableCredential"',
  '"data:application/vc+jwt,"',
  '\n',
  '\ufeff',
  '"endorsement"',
  '"credentialStatus"',
  '"credentialSchema"',
  '"refreshService"',
];

/** Documents of every version, by their members and by their tokens: read, shown and verified. */
export const json: FuzzTarget = {
  name: 'json',
  make: (dice) => {
    const text = dice.once(3)
      ? mutateText(dice.pick(texts), dice, texts, words)
      : JSON.stringify(
          mutateJson(
            dice.pick(samples),
            dice,
            words.map((word) => word.replaceAll('"', '')),
          ),
        );
    return new TextEncoder().encode(text);
  },
  feed(input) {
    const reading = readBadge(input);
    if (!reading.ok) return reading;
    for (const { json } of reading.documents.slice(0, 20)) badgeView(json);
    return verifyOffline(input);
  },
};
