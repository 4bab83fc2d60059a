import { decodeMultikey } from 'openbadges';
import { importSigningKey } from 'openbadges/node';
import { expect, it } from 'vitest';
import type { Id } from '../../kernel/ids.ts';
import { testHub } from '../../testing/test-hub.ts';
import { findAlliance } from '../actors/index.ts';
import { issuerSigner } from './issuer-signer.ts';
import { markKeyCompromised } from './mark-key-compromised.ts';
import { rotateKey } from './rotate-key.ts';
import { listKeys, readPrivateKey } from './store.ts';

const Ed25519 = { algorithm: 'Ed25519' as const };

it('makes one key when it is needed for the first time, also when many need it at once', async () => {
  const hub = await testHub();
  const { id } = await hub.given.organization();
  expect(await listKeys(hub.db, id)).toEqual([]);

  const signers = await Promise.all([1, 2, 3, 4, 5].map(() => issuerSigner(hub, id)));

  expect(new Set(signers.map(({ verificationMethod }) => verificationMethod)).size).toBe(1);
  expect(await listKeys(hub.db, id)).toHaveLength(1);
  expect((await hub.events()).filter(({ verb }) => verb === 'key.made')).toMatchObject([{ actor: null }]);
});

it('keeps the private key encrypted, and bound to its own row', async () => {
  const hub = await testHub();
  const { id } = await hub.given.organization();
  await issuerSigner(hub, id);
  const [key] = await listKeys(hub.db, id);

  const sealed = await readPrivateKey(hub.db, key?.id as Id<'key'>);

  const opened = importSigningKey(hub.keys.open(sealed, String(key?.id)));
  expect(opened.publicKey).toEqual(decodeMultikey(String(key?.publicMultibase)));
  expect(() => hub.keys.open(sealed, 'key_other')).toThrow();
  expect(() => importSigningKey(sealed)).toThrow();
});

it('signs with the new key after a rotation and keeps the old one, with who did it', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const before = await issuerSigner(hub, id);
  const [old] = await listKeys(hub.db, id);
  hub.pass({ days: 1 });

  await rotateKey(hub, owner, id, { ...Ed25519, retire: old?.id });

  const after = await issuerSigner(hub, id);
  expect(after.verificationMethod).not.toBe(before.verificationMethod);
  const [current, retired] = await listKeys(hub.db, id);
  expect(current).toMatchObject({ retiredAt: undefined, createdByName: owner.name });
  expect(retired).toMatchObject({ id: old?.id, retiredAt: hub.clock(), retiredByName: owner.name });
  expect((await hub.events()).slice(-2).map(({ verb }) => verb)).toEqual(['key.retired', 'key.made']);
});

it('makes one new key when the button is pressed twice', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  await issuerSigner(hub, id);
  const [old] = await listKeys(hub.db, id);
  const rotate = () => rotateKey(hub, owner, id, { ...Ed25519, retire: old?.id });

  const results = await Promise.allSettled([rotate(), rotate()]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')).toMatchObject({
    reason: { code: 'profile.key-retired' },
  });
  expect(await listKeys(hub.db, id)).toHaveLength(2);
});

it('retires no key of another issuer or of another kind', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const other = await hub.given.organization('Museum of Making');
  await issuerSigner(hub, other.id);
  await issuerSigner(hub, id, { algorithm: 'P-256' });
  const [foreign] = await listKeys(hub.db, other.id);
  const [p256] = await listKeys(hub.db, id);

  for (const retire of [foreign?.id, p256?.id]) {
    const attempt = () => rotateKey(hub, owner, id, { ...Ed25519, retire });
    await expect(attempt).rejects.toMatchObject({ code: 'profile.key-retired' });
  }
  await expect(() => markKeyCompromised(hub, owner, id, foreign?.id as Id<'key'>)).rejects.toMatchObject({
    code: 'profile.key-not-found',
  });
  expect((await listKeys(hub.db, other.id))[0]).toMatchObject({ retiredAt: undefined, compromisedAt: undefined });
});

it('is looked after by owners, and for the alliance by stewards', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const alliance = String((await findAlliance(hub.db))?.id) as Id<'hub'>;
  const { id, owner } = await hub.given.organization();
  const issuer = await hub.given.staffOf(id, ['issuer', 'representative']);
  const steward = await hub.given.steward();

  for (const [actor, of] of [
    [issuer, id],
    [steward, id],
    [owner, alliance],
  ] as const) {
    await expect(() => rotateKey(hub, actor, of, Ed25519)).rejects.toMatchObject({ code: 'profile.not-an-owner' });
    const mark = () => markKeyCompromised(hub, actor, of, hub.newId('key'));
    await expect(mark).rejects.toMatchObject({ code: 'profile.not-an-owner' });
  }
  expect(await rotateKey(hub, steward, alliance, Ed25519)).toMatchObject({ issuerId: alliance });
});

it('replaces a current key at once when somebody else may hold it', async () => {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const before = await issuerSigner(hub, id);
  const [old] = await listKeys(hub.db, id);

  await markKeyCompromised(hub, owner, id, old?.id as Id<'key'>);

  const [current, bad] = (await listKeys(hub.db, id)).sort((a, b) => Number(!!a.retiredAt) - Number(!!b.retiredAt));
  expect(bad).toMatchObject({ id: old?.id, compromisedAt: hub.clock(), retiredAt: hub.clock() });
  expect(current).toMatchObject({ compromisedAt: undefined, retiredAt: undefined });
  expect((await issuerSigner(hub, id)).verificationMethod).not.toBe(before.verificationMethod);
  const again = () => markKeyCompromised(hub, owner, id, old?.id as Id<'key'>);
  await expect(again).rejects.toMatchObject({ code: 'profile.key-retired' });
});

it('does not sign for a person, or for nobody', async () => {
  const hub = await testHub();
  const person = await hub.given.account();

  await expect(() => issuerSigner(hub, person.personId)).rejects.toMatchObject({ code: 'profile.not-found' });
  await expect(() => issuerSigner(hub, hub.newId('org'))).rejects.toMatchObject({ code: 'profile.not-found' });
});
