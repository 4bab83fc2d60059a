import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';

/** Whether a list says that a credential is revoked, and why. */
export interface Revocation {
  revoked: boolean;
  reason?: string;
}

/** 1EdTechRevocationList: reads both spellings that are in use. Throws `status.malformed` when neither is there. */
export function readRevocationList(list: unknown, credentialId: string): Revocation {
  if (!isObject(list) || !('revokedCredential' in list || 'revokedCredentials' in list)) {
    throw new BadgeError('status.malformed', { member: 'revokedCredential' });
  }
  const entries = [...asArray(list.revokedCredential), ...asArray(list.revokedCredentials)];
  const entry = entries.filter(isObject).find(({ id }) => id === credentialId);
  const bare = entries.includes(credentialId);
  if (!entry) return { revoked: bare };
  const reason = entry.revocationReason;
  return { revoked: entry.revoked !== false, ...(typeof reason === 'string' ? { reason } : {}) };
}

/** The list as we publish it: the same array under both spellings, only revoked credentials in it. */
export function revocationList(input: {
  id: string;
  issuer: string;
  revoked: { id: string; reason?: string }[];
}): JsonObject {
  const entries = input.revoked.map(({ id, reason }) => ({
    id,
    revoked: true,
    ...(reason ? { revocationReason: reason } : {}),
  }));
  return { id: input.id, issuer: input.issuer, revokedCredential: entries, revokedCredentials: entries };
}
