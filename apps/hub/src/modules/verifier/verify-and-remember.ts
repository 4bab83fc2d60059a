import { createHash } from 'node:crypto';
import { type Environment, type Report, readBadge, verify } from 'openbadges';
import { nodeTools } from 'openbadges/node';
import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import { answerLife, type Brought, type KeptBrought, withoutBodies } from './model.ts';
import { type OutsideWorld, openWorld } from './outside-world.ts';
import { findSnapshot, insertVerification } from './store.ts';
import { carrierPicture, takePicture } from './take-picture.ts';

export interface VerifyOptions {
  /** Typed by the person who verifies: compared here, sent to nobody, not kept. */
  recipient?: string;
  /** Of the file it came in, and where in it. */
  name?: string;
  carrier?: Brought['carrier'];
  /** Where in somebody's backpack it lies. */
  backpack?: Id<'hld'>;
  /** Of those sent together, and where among them. */
  batch?: Id<'ver'>;
  place?: number;
  world?: OutsideWorld;
}

type Needs = Pick<App, 'clock' | 'db' | 'fetch' | 'newId' | 'urls'>;

const tools = nodeTools();

/**
 * Verifies a file, a text or an address, and remembers what was seen, so that the next time there is an answer to
 * compare with when the issuer cannot be asked. The answer has a page at `/verify/<id>` for a day.
 *
 * No event: the log is for ever, and who looks at whose badge is nobody's business.
 */
export async function verifyAndRemember(
  app: Needs,
  content: Uint8Array | string,
  options: VerifyOptions = {},
): Promise<{ id: Id<'ver'>; report: Report }> {
  const world = options.world ?? (await openWorld(app));
  const environment: Environment = { ...world, clock: app.clock, tools };
  const recipient = options.recipient?.trim() ? [options.recipient] : undefined;
  const sourceSha256 = sha256(sourceOf(content));
  const snapshot = await findSnapshot(app.db, sourceSha256);
  const found = await verify(content, { ...environment, recipient, snapshot });
  const report = await withLastSeen(app, found, sourceSha256, environment);
  if (options.carrier) report.format.carrier = options.carrier;
  // Nobody is asked again: the answers are those of the first time.
  const plain = recipient ? await verify(content, environment) : report;
  const named = await takePicture(report, world);
  const carried = named || !report.badge ? undefined : await carrierPicture(content);

  const id = app.newId('ver');
  const { entries } = report.snapshot;
  await app.db.transaction().execute((tx) =>
    insertVerification(tx, {
      id,
      batch: options.batch,
      place: options.place ?? 0,
      brought: { ...keptOf(content, report, options), ...(carried ? { looks: 'of-file' } : {}) },
      report: withoutBodies(report),
      bodies: entries.flatMap(({ digest, body }) => (digest ? [{ sha256: digest, body }] : [])),
      documentSha256: report.document === undefined ? sourceSha256 : sha256(report.document),
      sourceSha256,
      verdict: plain.verdict,
      expiresAt: new Date(app.clock().getTime() + answerLife),
      image: named ?? carried,
    }),
  );
  return { id, report };
}

/** The document behind an address may have been seen under another one, or in a file. */
async function withLastSeen(app: Needs, report: Report, source: string, environment: Environment): Promise<Report> {
  const { verdict, lastSeen, document } = report;
  if (verdict !== 'could-not-check' || lastSeen || document === undefined || sha256(document) === source) return report;
  const snapshot = await findSnapshot(app.db, sha256(document));
  if (!snapshot) return report;
  const before = await verify(document, { ...environment, snapshot });
  return before.lastSeen ? { ...report, lastSeen: before.lastSeen } : report;
}

/** The text that names what was brought: an address, the document's text, or the bytes when nothing is found in them. */
function sourceOf(content: Uint8Array | string): Uint8Array | string {
  const reading = readBadge(content);
  return (reading.ok ? reading.documents[0]?.text : undefined) ?? content;
}

function keptOf(content: Uint8Array | string, report: Report, { name, carrier, backpack }: VerifyOptions): KeptBrought {
  const isAddress = report.format.carrier === 'url' && typeof content === 'string';
  return { name, backpack, carrier: carrier ?? report.format.carrier, text: isAddress ? content : report.document };
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
