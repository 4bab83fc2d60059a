import { type BadgeView, badgeView, isObject, type JsonObject } from 'openbadges';
import type { App } from '../../kernel/app.ts';
import { type Achievement, findAchievement } from '../achievements/index.ts';
import { countHolders } from '../awards/index.ts';
import { findIssuer, type Issuer, type IssuerKey, listKeys } from '../profiles/index.ts';
import type { Endorsement } from './endorsements-model.ts';
import { listEndorsements } from './list-endorsements.ts';
import type { ShownCredential } from './model.ts';
import { remembered } from './remembered.ts';
import { countOfIssuer, type IssuerTotals } from './store.ts';

type Needs = Pick<App, 'clock' | 'db'>;

/** What the page says beyond the signed document. */
export interface BadgeFacts {
  /** What was signed. */
  view: BadgeView;
  achievement: Achievement;
  /** People who hold this badge now. */
  holders: number;
  issuer: Issuer;
  /** Oldest first. */
  keys: IssuerKey[];
  totals: IssuerTotals;
  /** Of the proof that the page speaks about: the key whose multibase the document names. */
  signedWith?: IssuerKey;
  /** Statements of others that are part of the document. */
  endorsements: Endorsement[];
}

interface OfAchievement {
  achievement: Achievement;
  holders: number;
}
interface OfIssuer {
  issuer: Issuer;
  keys: IssuerKey[];
}

const second = 1000;
const achievements = remembered<OfAchievement>(20 * second, 2000);
const issuers = remembered<OfIssuer>(20 * second, 2000);
// Counting all awards of a large issuer takes a while.
const totals = remembered<IssuerTotals>(300 * second, 2000);
const views = remembered<{ view: BadgeView; key?: string }>(3600 * second, 2000);

export async function badgeFacts(app: Needs, shown: ShownCredential): Promise<BadgeFacts> {
  const [{ view, key }, ofAchievement, ofIssuer, issuerTotals, endorsements] = await Promise.all([
    views(app, shown.sha256, async () => viewOf(shown.document)),
    achievements(app, shown.achievementId, () => findOfAchievement(app, shown)),
    issuers(app, shown.issuerId, () => findOfIssuer(app, shown)),
    totals(app, countedAs(shown), () => countOfIssuer(app.db, shown.issuerId)),
    listEndorsements(app, shown),
  ]);
  const signedWith = ofIssuer.keys.find(({ publicMultibase }) => publicMultibase === key);
  return { view, ...ofAchievement, ...ofIssuer, totals: issuerTotals, signedWith, endorsements };
}

/** The page of a badge that was taken back counts anew, so that it is among those it counts. */
function countedAs({ id, issuerId, state, stateChangedAt }: ShownCredential): string {
  return state === 'revoked' ? `${issuerId} ${id} ${stateChangedAt.getTime()}` : issuerId;
}

/** The bytes are immutable, so is what they say. */
function viewOf(document: string): { view: BadgeView; key?: string } {
  const parsed: unknown = JSON.parse(document);
  const view = badgeView(parsed);
  if (!view || !isObject(parsed)) throw new Error('a credential of this hub can be read');
  return { view, key: keyNamedBy(parsed) };
}

function keyNamedBy(credential: JsonObject): string | undefined {
  const [proof] = [credential.proof].flat();
  const method = isObject(proof) ? proof.verificationMethod : undefined;
  return typeof method === 'string' ? method.split('#')[1] : undefined;
}

async function findOfAchievement({ db }: Needs, { achievementId }: ShownCredential): Promise<OfAchievement> {
  const achievement = await findAchievement(db, achievementId);
  if (!achievement) throw new Error(`credential of an achievement that is not there: ${achievementId}`);
  return { achievement, holders: (await countHolders(db, [achievementId])).get(achievementId) ?? 0 };
}

async function findOfIssuer({ db }: Needs, { issuerId }: ShownCredential): Promise<OfIssuer> {
  const issuer = await findIssuer(db, issuerId);
  if (!issuer) throw new Error(`credential of an issuer that is not there: ${issuerId}`);
  return { issuer, keys: (await listKeys(db, issuerId)).reverse() };
}
