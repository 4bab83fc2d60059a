/**
 * A rule saying no. Codes are API: add, never rename. Their HTTP status stands in `web/problem.ts`,
 * their sentence in `messages/<language>/refusals.json`.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: RefusalCode;
  /** Ids, numbers and other facts for the sentence; never a secret or a personal datum. */
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

export type RefusalDetails = Record<string, string | number>;

/** Runs what may refuse and hands the refusal back as a value; everything else passes through. */
export async function attempt<T>(work: () => Promise<T>): Promise<{ done: T } | { refusal: Refusal }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

export type RefusalCode = (typeof refusalCodes)[number];

export const refusalCodes = [
  // the web
  'web.not-found',
  'web.sign-in-needed',
  'web.not-allowed',
  'web.form-expired',
  'web.too-many-requests',
  'web.body-too-large',
  'web.not-understood',
  'web.conflict',
  // accounts
  'account.exists-already',
  'account.wrong-credentials',
  'account.password-too-weak',
  'account.link-used-or-expired',
  'account.email-taken',
  'account.email-last',
  'account.passkey-refused',
  'account.last-steward',
  'account.last-owner',
  'account.last-way-in',
  'account.email-unverified',
  'account.too-many-emails',
  'account.other-account',
  'account.sign-in-again',
  'account.wrong-password',
  'account.not-found',
  'account.steward-already',
  // organizations
  'organization.not-found',
  'organization.not-an-owner',
  'organization.handle-taken',
  'organization.last-owner',
  'organization.invitation-used-or-expired',
  'organization.affiliation-not-found',
  'organization.already-staff',
  'organization.ended',
  'organization.invitation-other-address',
  'organization.own-roles',
  'organization.not-staff',
  'organization.affiliation-exists',
  // profiles
  'profile.key-not-found',
  'profile.not-an-owner',
  'profile.not-found',
  'profile.key-retired',
  // achievements
  'achievement.not-found',
  'achievement.not-an-issuer',
  'achievement.not-published',
  'achievement.not-a-draft',
  'achievement.locked',
  'achievement.edited-elsewhere',
  'achievement.incomplete',
  // awards and credentials
  'award.not-found',
  'award.not-an-issuer',
  'award.already-sent',
  'award.already-decided',
  'award.not-claimed',
  'award.claim-link-invalid',
  'award.claim-link-expired',
  'award.wrong-state',
  'award.no-recipients',
  'award.too-many-rows',
  'award.file-not-readable',
  'award.no-address-column',
  'award.evidence-missing',
  'award.batch-not-found',
  'award.row-not-found',
  'award.column-twice',
  'award.reason-missing',
  'award.same-address',
  'code.not-found',
  'code.not-open-yet',
  'code.closed',
  'code.used-up',
  'code.window-backwards',
  'credential.not-found',
  // backpack
  'holding.not-found',
  'holding.not-yours',
  'holding.nothing-found',
  'holding.there-already',
  'collection.not-found',
  'share.gone',
  'share.not-found',
  // files and images
  'file.not-found',
  'file.too-large',
  'file.type-not-allowed',
  'image.not-an-image',
  'image.too-large',
  'image.too-many-pixels',
  'image.broken',
  'image.svg-broken',
  'image.svg-doctype',
  'image.svg-no-size',
  'image.svg-not-svg',
  'image.svg-too-complex',
  'image.svg-too-large',
  // mail
  'mail.not-configured',
  // the demo
  'demo.hub-not-empty',
  'demo.not-a-demo',
  'demo.own-content',
] as const;
