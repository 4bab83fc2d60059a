import { declaredText } from '../import/declared-text.ts';
import { decodeText } from '../import/decode-text.ts';
import { detectDocument } from '../import/detect-document.ts';
import { readWhenNeeded } from '../import/read-when-needed.ts';
import type { FoundDocument } from '../import/reading.ts';
import { check } from './check.ts';
import type { FetchAnswer } from './environment.ts';
import type { Outside } from './outside.ts';
import type { Check } from './report.ts';
import type { Task } from './work.ts';

const anyBadge =
  'application/vc+ld+json, application/vc, application/ld+json, application/json;q=0.9, image/png;q=0.8, image/svg+xml;q=0.8, text/plain;q=0.7, text/html;q=0.2';
/** A page may name many files; the badge is among the first or not there. */
const mostLinks = 5;

/** The badges at an address; a web page may name the address of the badge it shows, or hold it. */
export async function fetchDocuments(found: FoundDocument, outside: Outside): Promise<Task[] | Check> {
  const answer = await outside.get(found.text, 'document', anyBadge);
  const own = await documentsIn(answer, found);
  const isPage = answer.ok && 'code' in own && own.code === 'import.web-page';
  return isPage ? linkedDocuments(answer, found, own, outside) : own;
}

/** The first address named by the page that has a badge, or what was wrong with the surest of them. */
async function linkedDocuments(
  page: FetchAnswer & { ok: true },
  found: FoundDocument,
  isPage: Check,
  outside: Outside,
): Promise<Task[] | Check> {
  const { credentialLinksOf } = await import('./seldom.ts');
  const html = decodeText(page.body) ?? declaredText(page.body) ?? '';
  let trouble: Check | undefined;
  for (const link of credentialLinksOf(html, page.url, { link: page.link }).slice(0, mostLinks)) {
    if (!('url' in link)) continue;
    const linked = await documentsIn(await outside.get(link.url, 'document', anyBadge), { ...found, text: link.url });
    if ('code' in linked) trouble ??= link.via === 'picture' ? undefined : linked;
    else if (linked.some(isBadge)) return linked;
  }
  return trouble ?? isPage;
}

async function documentsIn(answer: FetchAnswer, { text: url, carrier }: FoundDocument): Promise<Task[] | Check> {
  if (!answer.ok) return check('shape', 'unknown', `shape.unreachable-${answer.failure}`, { url });
  const reading = await readWhenNeeded(answer.body, { contentType: answer.contentType });
  if (!reading.ok) return check('shape', 'unknown', reading.code, reading.values);
  const documents = reading.documents.filter(({ form }) => form !== 'url');
  if (documents.length === 0) return check('shape', 'unknown', 'import.not-understood', { kind: 'text' });
  return documents.map((each) => ({ found: each, carrier, source: answer.url }));
}

function isBadge({ found }: Task): boolean {
  return found.form === 'jws' || detectDocument(found.json).kind !== 'not-a-badge';
}
