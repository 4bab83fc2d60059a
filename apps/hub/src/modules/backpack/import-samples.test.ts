import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { repositoryPath } from '../../platform/paths.ts';
import { testHub } from '../../testing/test-hub.ts';
import { importBadges } from './import-badges.ts';
import { listHoldings } from './store.ts';

/** The standards bodies' own samples, beside the repository. */
const folder = repositoryPath('../shared/conformance');

it.skipIf(!existsSync(folder)).each([
  ['ob3/validator-samples/simple.json', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple-json.png', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple-json.svg', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple-jwt.png', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple-jwt.svg', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple.jwt', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple-eddsa-2022.json', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple-did-key-method.json', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple-err-proof-value.json', { outcome: 'not-kept', code: 'proof.tampered' }],
  ['ob3/validator-samples/simple-err-type.json', { outcome: 'not-kept', code: 'proof.term-undefined' }],
  ['ob3/validator-samples/simple-err-expired.json', { outcome: 'kept', verdict: 'expired' }],
  ['ob2/validator-samples/simple-badge.png', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob2/validator-samples/simple.jwt', { outcome: 'kept', verdict: 'could-not-check' }],
  ['ob3/validator-samples/simple_v1.json', { outcome: 'kept', verdict: 'could-not-check' }],
])('the official sample %s is kept byte for byte, or named', async (path, outcome) => {
  const hub = await testHub();
  const person = await hub.given.account('Ana Flores');
  const bytes = readFileSync(`${folder}/${path}`);

  const [line] = await importBadges(hub, person, [{ from: 'file', name: path.split('/').at(-1) ?? '', bytes }]);

  expect(line).toMatchObject(outcome);
  const [holding] = await listHoldings(hub.db, person.personId);
  const kept = holding?.carrierFile && (await hub.files.read(holding.carrierFile));
  expect(kept ? kept.bytes.equals(bytes) : line?.outcome).toBe(kept ? true : 'not-kept');
});
