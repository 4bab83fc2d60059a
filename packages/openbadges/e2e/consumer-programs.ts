/** Issues, bakes and verifies a badge; with an argument also keeps it there. */
export const roundTrip = `
import { writeFileSync } from 'node:fs';
import { bakeSvg, didKeyOf, encodeMultikey, issueCredential, openBadgeCredential, verify } from 'openbadges';
import { generateSigningKey, nodeEnvironment, nodeTools, proofPool } from 'openbadges/node';

const key = generateSigningKey('Ed25519');
const id = didKeyOf(key.publicKey);
const document = openBadgeCredential({
  id: 'urn:uuid:6c1f0b62-4c0e-4a2b-9d4e-0f4f3f3b7a11',
  issuer: { id, name: 'A school' },
  achievement: { id: 'urn:uuid:0b7c7c0e-1a2b-4c3d-8e4f-5a6b7c8d9e0f', name: 'Facilitator', description: 'Led.', criteria: { narrative: 'Led.' } },
  subject: { id: 'did:example:learner' },
  validFrom: new Date('2026-01-05T10:00:00Z'),
});
const options = { key, verificationMethod: id + '#' + encodeMultikey(key.publicKey), created: new Date('2026-01-05T10:00:00Z') };
const credential = JSON.stringify(await issueCredential(document, options, nodeTools()));
if (process.argv[2]) writeFileSync(process.argv[2], credential);
const baked = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"/>', credential);
const { verdict } = await verify(baked, nodeEnvironment({ offline: true }));
const pool = proofPool({ size: 2, batch: 1 });
const pooled = [];
for await (const { result } of pool.verify([credential, credential, credential])) pooled.push(result.outcome);
console.log(JSON.stringify({ verdict, pooled }));
`;

/** Uses types of every entry. */
export const typedUse = `
import { type Report, type Verdict, openBadgeCredential, verify, type Environment, bakePng } from 'openbadges';
import { nodeEnvironment, proofPool } from 'openbadges/node';
import { browserEnvironment } from 'openbadges/browser';
import { main } from 'openbadges/cli';
import { verify as verifyInPage } from 'openbadges/bundle';

const environment: Environment = nodeEnvironment({ offline: true });
const report: Report = await verify(new Uint8Array(), environment);
const verdict: Verdict = report.verdict;
// @ts-expect-error a verdict is one of a closed list
const wrong: 'fine' = verdict;
const document = openBadgeCredential({
  id: 'urn:a',
  issuer: { id: 'did:example:a', name: 'A' },
  achievement: { id: 'urn:b', name: 'B', description: 'B', criteria: { narrative: 'B' } },
  subject: { id: 'did:example:c' },
  validFrom: new Date(),
});
const baked: Uint8Array = bakePng(new Uint8Array(), JSON.stringify(document));
for await (const { row, result } of proofPool({ size: 1 }).verify([document])) console.log(row, result?.outcome);
export { baked, browserEnvironment, main, verifyInPage, wrong };
`;

/** Checks a document in a thread whose program lies beside it. */
export const pooledUse = `
import { proofPool } from 'openbadges/node';
const pool = proofPool({ size: 1, worker: new URL('./thread.mjs', import.meta.url) });
for await (const { result, error } of pool.verify([{ name: 'no badge' }])) console.log(error?.message ?? result.outcome);
`;
