import { type FoundDocument, type Report, readBadge } from 'openbadges';
import type { Person } from '../../kernel/actor.ts';
import type { App } from '../../kernel/app.ts';
import { summaryOf, verifyAndRemember } from '../verifier/index.ts';
import { badgePicture } from './badge-picture.ts';
import { type Brought, type BroughtBadge, type ImportLine, mostAtOnce, typeOfCarrier } from './import-model.ts';
import { type KeepBadge, keepBadge } from './keep-badge.ts';
import { madeOutTo } from './recipient-model.ts';
import { type RememberingFetch, rememberingFetch } from './remembering-fetch.ts';
import { issuerName, withName } from './shelf-model.ts';

/** So many badges are verified at the same time. */
const abreast = 4;

/**
 * Takes in badges from elsewhere, of any version: each is verified first, then kept with its bytes as they were. What
 * cannot be kept gets a named reason; the rest goes in all the same.
 */
export async function importBadges(app: App, actor: Person, brought: Brought[]): Promise<ImportLine[]> {
  await app.limits.take(`import ${actor.personId}`, { capacity: 30, perMinute: 10 });
  const world = rememberingFetch(app.fetch);
  const tasks = brought.flatMap((each) => tasksOf(app, actor, each, world));
  const lines: ImportLine[][] = [];
  const queue = tasks.slice(0, mostAtOnce).entries();
  const work = async () => {
    for (const [place, task] of queue) lines[place] = await task();
  };
  await Promise.all(Array.from({ length: abreast }, work));
  const rest = tasks.length - mostAtOnce;
  const tooMany: ImportLine[] =
    rest > 0 ? [{ name: '', outcome: 'not-kept', code: 'too-many', values: { count: String(rest) } }] : [];
  return [...lines.flat(), ...tooMany];
}

type Task = () => Promise<ImportLine[]>;

function tasksOf(app: App, actor: Person, brought: Brought, world: RememberingFetch): Task[] {
  if (brought.from === 'url') return [() => importAddress(app, actor, brought.url, world)];
  const name = brought.from === 'file' ? brought.name : '';
  const reading = brought.from === 'file' ? readBadge(brought.bytes, { fileName: name }) : readBadge(brought.text);
  if (!reading.ok) {
    const { code, values } = reading;
    return [async () => [{ name, outcome: 'not-kept', code, values }]];
  }
  const isPastedAddress = brought.from === 'paste' && reading.documents[0]?.form === 'url';
  if (isPastedAddress) return [() => importAddress(app, actor, reading.documents[0]?.text ?? '', world)];
  return reading.documents.map((found) => () => importDocument(app, actor, badgeOf(brought, found), found, world));
}

function badgeOf(brought: Exclude<Brought, { from: 'url' }>, found: FoundDocument): BroughtBadge {
  if (brought.from === 'paste') return { name: '', from: 'paste' };
  const bytes = found.fileBytes ?? brought.bytes;
  const inner = found.fileBytes ? found.fileName : undefined;
  const name = inner ?? brought.name;
  const file = { bytes, name, type: typeOfCarrier(found.carrier, bytes) };
  return { name: inner ? `${brought.name}: ${inner}` : name, from: 'file', file };
}

async function importDocument(
  app: App,
  actor: Person,
  brought: BroughtBadge,
  found: FoundDocument,
  world: RememberingFetch,
): Promise<ImportLine[]> {
  const options = { carrier: found.carrier, name: brought.name };
  const { report } = await verifyAndRemember({ ...app, fetch: world.fetch }, found.text, options);
  return keepAll(app, actor, brought, report, world);
}

async function importAddress(app: App, actor: Person, url: string, world: RememberingFetch): Promise<ImportLine[]> {
  const { report } = await verifyAndRemember({ ...app, fetch: world.fetch }, url);
  const answer = world.answers.find((each) => each.ok && carries(each.body, report.document));
  const carrier = answer?.ok ? carrierOf(answer.body) : undefined;
  const file = answer?.ok && {
    bytes: answer.body,
    name: nameIn(answer.url),
    type: typeOfCarrier(carrier ?? '', answer.body),
  };
  return keepAll(app, actor, { name: url, from: 'url', file: file || undefined }, report, world);
}

function carries(body: Uint8Array, document: string | undefined): boolean {
  const reading = document === undefined ? undefined : readBadge(body);
  return reading?.ok === true && reading.documents.some(({ text }) => text === document);
}

function carrierOf(body: Uint8Array): string | undefined {
  const reading = readBadge(body);
  return reading.ok ? reading.documents[0]?.carrier : undefined;
}

const nameIn = (url: string): string => new URL(url).pathname.split('/').at(-1) || 'badge';

/** A presentation is no badge of its own: what it shows is taken in. */
async function keepAll(
  app: App,
  actor: Person,
  brought: BroughtBadge,
  report: Report,
  world: RememberingFetch,
): Promise<ImportLine[]> {
  const inner = report.inner.filter(({ role }) => role === 'credential').map((each) => each.report);
  const reports = report.badge || inner.length === 0 ? [report] : inner;
  const lines: ImportLine[] = [];
  for (const each of reports) lines.push(await keepOne(app, actor, brought, each, world));
  return lines;
}

async function keepOne(
  app: App,
  actor: Person,
  brought: BroughtBadge,
  report: Report,
  world: RememberingFetch,
): Promise<ImportLine> {
  const { name } = brought;
  const summary = summaryOf(report);
  if (!mayBeKept(report)) {
    const decisive =
      summary.decisive ?? report.checks.find(({ outcome }) => outcome === 'failed' || outcome === 'unknown');
    return { name, outcome: 'not-kept', code: decisive?.code ?? 'shape.not-a-badge', values: decisive?.values ?? {} };
  }
  const { badge, verdict } = report;
  const picture = await badgePicture(badge, brought.file?.bytes, world.fetch);
  const kept = await keepBadge(app, actor, { brought, report, picture });
  const words = { verdict, word: summary.name, tone: summary.tone, warnings: summary.warnings };
  const about = {
    badge: withName(badge).name,
    issuer: issuerName(badge),
    madeOutTo: madeOutTo(badge.recipient, actor.emails),
  };
  return { name, ...kept, ...words, ...about };
}

/** What was tampered with, or does not come from its issuer, is no badge. What could not be checked now may be one. */
function mayBeKept(report: Report): report is KeepBadge['report'] {
  return report.verdict !== 'invalid' && report.badge !== undefined && report.document !== undefined;
}
