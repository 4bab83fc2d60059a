import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { record } from '../../kernel/event.ts';
import type { Id } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findAlliance } from '../actors/index.ts';
import { issueToken } from './issue-token.ts';
import { postLetter } from './letters.ts';
import { mostPasskeys } from './model.ts';
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  listPasskeys,
  updatePasskeyLabel,
  updatePasskeyUsed,
} from './passkey-store.ts';
import { whyNotRemovePasskey } from './policy.ts';
import { hashSecret } from './secrets.ts';
import { findAccount, lockAccount } from './store.ts';
import { takeToken } from './token-store.ts';

/** Bound to the public address (WebAuthn Level 3 §13.4.9). It works on https, and on localhost. */
const relyingParty = (app: Pick<App, 'urls'>) => new URL(app.urls.base);

export async function passkeyOptions(app: App, person: Person): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const account = await findAccount(app.db, person.accountId);
  if (!account) throw new Refusal('web.sign-in-needed');
  const { secret } = await issueToken(app, app.db, { purpose: 'passkey', accountId: account.id });
  const known = await listPasskeys(app.db, account.id);
  return generateRegistrationOptions({
    rpName: (await findAlliance(app.db))?.name ?? 'Badge Alliance',
    rpID: relyingParty(app).hostname,
    userName: person.emails[0] ?? person.name,
    userDisplayName: person.name,
    userID: new Uint8Array(account.webauthnHandle),
    challenge: new Uint8Array(Buffer.from(secret, 'base64url')),
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export async function addPasskey(
  app: App,
  person: Person,
  label: string,
  response: RegistrationResponseJSON,
): Promise<Id<'psk'>> {
  const challenge = await takeChallenge(app, response.response.clientDataJSON, person.accountId);
  const { credential } = await asked(async () => {
    const result = await verifyRegistrationResponse({
      response,
      ...expected(app, challenge),
      requireUserVerification: true,
    });
    return result.verified ? result.registrationInfo : undefined;
  });
  const id = app.newId('psk');
  await app.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, person.accountId);
    const tooMany = (await listPasskeys(tx, person.accountId)).length >= mostPasskeys;
    if (tooMany || (await findPasskey(tx, credential.id))) throw new Refusal('account.passkey-refused');
    await insertPasskey(tx, {
      id,
      label,
      accountId: person.accountId,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      createdAt: app.clock(),
    });
    const [to] = person.emails;
    const letter = { lang: account?.locale ?? 'en', about: person.accountId, path: '/account', values: { label } };
    if (to) await postLetter(app, tx, 'passkey-added', { to, ...letter });
    await record(app, tx, {
      verb: 'account.passkey-added',
      by: person,
      about: person.accountId,
      data: { passkey: id },
    });
  });
  return id;
}

/** Without a name: the browser shows the passkeys that it has for this hub. */
export async function passkeySignInOptions(app: App, remote: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
  await app.limits.take(`passkey from ${remote}`, { capacity: 60, perMinute: 20 });
  const { secret } = await issueToken(app, app.db, { purpose: 'passkey' });
  return generateAuthenticationOptions({
    rpID: relyingParty(app).hostname,
    challenge: new Uint8Array(Buffer.from(secret, 'base64url')),
    userVerification: 'required',
  });
}

/** The account whose passkey answered. One refusal for whatever is wrong. */
export async function signInWithPasskey(app: App, response: AuthenticationResponseJSON): Promise<Id<'acc'>> {
  const challenge = await takeChallenge(app, response.response.clientDataJSON, undefined);
  const passkey = await findPasskey(app.db, response.id);
  if (!passkey) throw new Refusal('account.passkey-refused');
  const { publicKey, counter, credentialId, transports } = passkey;
  const credential = { id: credentialId, publicKey: new Uint8Array(publicKey), counter, transports };
  const { newCounter } = await asked(async () => {
    const result = await verifyAuthenticationResponse({
      response,
      ...expected(app, challenge),
      credential,
      requireUserVerification: true,
    });
    return result.verified ? result.authenticationInfo : undefined;
  });
  // WebAuthn Level 3 §7.2: the user handle names the account that the key was made for
  const handle = response.response.userHandle;
  if (handle !== undefined && !passkey.handle.equals(Buffer.from(handle, 'base64url')))
    throw new Refusal('account.passkey-refused');
  await updatePasskeyUsed(app.db, passkey.id, newCounter, app.clock());
  return passkey.accountId;
}

export async function renamePasskey(app: App, person: Person, id: Id<'psk'>, label: string): Promise<void> {
  if (!(await updatePasskeyLabel(app.db, person.accountId, id, label))) throw new Refusal('web.not-found');
}

export async function removePasskey(app: App, person: Person, id: Id<'psk'>): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, person.accountId);
    const known = await listPasskeys(tx, person.accountId);
    if (!known.some((passkey) => passkey.id === id)) throw new Refusal('web.not-found');
    const hasPassword = account?.passwordHash !== undefined;
    const reason = whyNotRemovePasskey({ hasPassword, passkeys: known.length, canMail: app.mail.canSend });
    if (reason) throw new Refusal(reason);
    await deletePasskey(tx, person.accountId, id);
    await record(app, tx, {
      verb: 'account.passkey-removed',
      by: person,
      about: person.accountId,
      data: { passkey: id },
    });
  });
}

function expected(app: App, challenge: string) {
  const { origin, hostname } = relyingParty(app);
  return { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: hostname };
}

/** The challenge that the answer names, if it is one of ours and was not answered before. */
async function takeChallenge(app: App, clientData: string, accountId: Id<'acc'> | undefined): Promise<string> {
  const challenge = challengeIn(clientData);
  const token = challenge && (await takeToken(app.db, 'passkey', hashSecret(challenge), app.clock()));
  if (!challenge || !token || token.accountId !== accountId) throw new Refusal('account.passkey-refused');
  return challenge;
}

function challengeIn(clientData: string): string | undefined {
  const text = Buffer.from(clientData, 'base64url').toString();
  return /"challenge":"([\w-]{43})"/.exec(text)?.[1];
}

/** The library throws a plain Error for every answer that is not right: a browser made it, so it is a refusal. */
async function asked<T>(verify: () => Promise<T | undefined>): Promise<T> {
  const result = await verify().catch((cause: unknown) => {
    if (cause instanceof Error) return undefined;
    throw cause;
  });
  if (result === undefined) throw new Refusal('account.passkey-refused');
  return result;
}
