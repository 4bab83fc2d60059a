import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Refusal, RefusalCode } from '../kernel/refusal.ts';
import type { HubContext } from './env.ts';

/** The one table from a rule's no to HTTP: a code without a status does not compile. */
export const refusalStatus: Record<RefusalCode, ContentfulStatusCode> = {
  'web.not-found': 404,
  'web.sign-in-needed': 401,
  'web.not-allowed': 403,
  'web.form-expired': 403,
  'web.too-many-requests': 429,
  'web.body-too-large': 413,
  'web.not-understood': 400,
  'web.conflict': 409,
  'account.exists-already': 409,
  'account.wrong-credentials': 422,
  'account.password-too-weak': 422,
  'account.link-used-or-expired': 410,
  'account.email-taken': 409,
  'account.email-last': 409,
  'account.passkey-refused': 422,
  'account.last-steward': 409,
  'account.last-owner': 409,
  'account.last-way-in': 409,
  'account.email-unverified': 409,
  'account.too-many-emails': 409,
  'account.other-account': 403,
  'account.sign-in-again': 403,
  'organization.not-found': 404,
  'organization.not-an-owner': 403,
  'organization.handle-taken': 409,
  'organization.last-owner': 409,
  'organization.invitation-used-or-expired': 410,
  'organization.affiliation-not-found': 404,
  'organization.already-staff': 409,
  'organization.ended': 409,
  'organization.invitation-other-address': 409,
  'organization.own-roles': 403,
  'organization.not-staff': 404,
  'organization.affiliation-exists': 409,
  'profile.key-not-found': 404,
  'profile.not-an-owner': 403,
  'profile.not-found': 404,
  'profile.key-retired': 409,
  'achievement.not-found': 404,
  'achievement.not-an-issuer': 403,
  'achievement.not-published': 409,
  'achievement.not-a-draft': 409,
  'achievement.locked': 409,
  'achievement.edited-elsewhere': 409,
  'achievement.incomplete': 422,
  'award.not-found': 404,
  'award.not-an-issuer': 403,
  'award.already-sent': 409,
  'award.already-decided': 409,
  'award.not-claimed': 409,
  'award.claim-link-invalid': 404,
  'award.claim-link-expired': 410,
  'award.wrong-state': 409,
  'award.no-recipients': 422,
  'award.too-many-rows': 422,
  'award.file-not-readable': 422,
  'award.no-address-column': 422,
  'award.evidence-missing': 422,
  'code.not-found': 404,
  'code.not-open-yet': 409,
  'code.closed': 410,
  'code.used-up': 409,
  'credential.not-found': 404,
  'holding.not-found': 404,
  'holding.not-yours': 403,
  'holding.nothing-found': 422,
  'collection.not-found': 404,
  'share.gone': 410,
  'share.not-found': 404,
  'file.not-found': 404,
  'file.too-large': 413,
  'file.type-not-allowed': 415,
  'image.not-an-image': 422,
  'image.too-large': 422,
  'image.too-many-pixels': 422,
  'image.broken': 422,
  'image.svg-broken': 422,
  'image.svg-doctype': 422,
  'image.svg-no-size': 422,
  'image.svg-not-svg': 422,
  'image.svg-too-complex': 422,
  'image.svg-too-large': 413,
  'mail.not-configured': 409,
  'demo.hub-not-empty': 409,
};

/** RFC 9457 problem document. */
export function problemDocument(c: HubContext, refusal: Refusal): Response {
  const { t, base } = c.get('page');
  const status = refusalStatus[refusal.code];
  const remedy = t(`refusal.${refusal.code}.remedy`, refusal.details);
  return c.body(
    JSON.stringify({
      type: `${base}/problems/${refusal.code}`,
      title: t(`refusal.${refusal.code}`, refusal.details),
      status,
      code: refusal.code,
      ...(remedy.startsWith('refusal.') ? {} : { detail: remedy }),
      ...('pointer' in refusal.details ? { pointer: refusal.details['pointer'] } : {}),
      instance: `urn:request:${c.get('requestId')}`,
    }),
    status,
    { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  );
}

export function wantsJson(c: HubContext): boolean {
  if (c.req.path.startsWith('/api/')) return true;
  const accept = c.req.header('accept') ?? '';
  return accept.includes('json') && !accept.includes('text/html');
}
