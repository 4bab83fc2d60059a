import { createHash } from 'node:crypto';
import { type CredentialInput, type EvidenceInput, openBadgeCredential } from 'openbadges';
import { carriedUrl } from '../../kernel/addresses.ts';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Tx } from '../../kernel/tables.ts';
import { type Achievement, achievementInput } from '../achievements/index.ts';
import { type IssuerSigner, issuerSigner } from '../profiles/index.ts';
import type { Credential } from './model.ts';
import { type Place, reservePlaces } from './reserve-places.ts';
import { insertCredentials } from './store.ts';

/** One credential to be signed: who earned it, and how. */
export interface CredentialOrder {
  awardId: Id<'awd'>;
  /** Lower case; only its salted hash enters the document. */
  email: string;
  name?: string;
  /** Markdown. */
  narrative?: string;
  evidence: { url?: string; name?: string; description?: string; narrative?: string }[];
  activityStart?: Date;
  activityEnd?: Date;
  awardedAt: Date;
  validUntil?: Date;
}

type Needs = Pick<App, 'clock' | 'db' | 'files' | 'keys' | 'newId' | 'random' | 'urls'>;

/**
 * Signs and stores one credential for each order, all of one achievement, in the caller's transaction.
 *
 * Places in the status list are taken before signing because the signature covers them.
 */
export async function issueCredentials(
  app: Needs,
  tx: Tx,
  achievement: Achievement,
  orders: CredentialOrder[],
): Promise<Credential[]> {
  const signer = await issuerSigner(app, achievement.issuerId);
  const places = await reservePlaces(app, tx, { id: achievement.issuerId, did: signer.issuerDid }, orders.length);
  const credentials: Credential[] = [];
  for (const [at, order] of orders.entries()) {
    const place = places[at];
    if (!place) throw new Error('fewer places than credentials');
    credentials.push(await signOne(app, signer, achievement, order, place));
  }
  await insertCredentials(tx, credentials);
  return credentials;
}

async function signOne(
  app: Needs,
  signer: IssuerSigner,
  achievement: Achievement,
  order: CredentialOrder,
  place: Place,
): Promise<Credential> {
  const id = app.newId('crd');
  const issuedAt = wholeSeconds(app.clock());
  const unsigned = openBadgeCredential({
    id: app.urls.credential(id),
    issuer: signer.profile,
    achievement: achievementInput(app, achievement),
    subject: subjectOf(app, order),
    evidence: order.evidence.map(evidenceOf),
    validFrom: issuedAt,
    awardedDate: wholeSeconds(order.awardedAt),
    validUntil: order.validUntil && wholeSeconds(order.validUntil),
    status: {
      list: app.urls.statusList(place.list),
      index: place.index,
      suspensionList: app.urls.statusList(place.suspensionList),
    },
  });
  const document = JSON.stringify(await signer.sign(unsigned));
  return {
    id,
    awardId: order.awardId,
    achievementId: achievement.id,
    issuerId: achievement.issuerId,
    statusListId: place.list,
    statusIndex: place.index,
    document,
    sha256: createHash('sha256').update(document).digest('hex'),
    issuedAt,
  };
}

/** What is empty is not said. */
function evidenceOf({ url, name, description, narrative }: CredentialOrder['evidence'][number]): EvidenceInput {
  return {
    id: url ? carriedUrl(url) : undefined,
    name: name || undefined,
    description: description || undefined,
    narrative: narrative || undefined,
  };
}

function subjectOf(app: Needs, order: CredentialOrder): CredentialInput['subject'] {
  // a fresh salt for every credential: two badges of one person cannot be told to belong together
  const salt = Buffer.from(app.random(16)).toString('hex');
  return {
    identifiers: [
      { type: 'emailAddress', value: order.email, salt },
      ...(order.name ? [{ type: 'name' as const, value: order.name }] : []),
    ],
    narrative: order.narrative || undefined,
    activityStartDate: order.activityStart,
    activityEndDate: order.activityEnd,
  };
}

function wholeSeconds(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}
