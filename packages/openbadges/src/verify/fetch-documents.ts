import { readBadge } from '../import/read-badge.ts';
import type { FoundDocument } from '../import/reading.ts';
import { check } from './check.ts';
import type { Outside } from './outside.ts';
import { pageLink } from './page-link.ts';
import type { Check } from './report.ts';
import type { Task } from './work.ts';

const anyBadge =
  'application/vc+ld+json, application/vc, application/ld+json, application/json;q=0.9, image/png;q=0.8, image/svg+xml;q=0.8, text/plain;q=0.7, text/html;q=0.2';

/** The badges at an address; a web page may name the address of the badge it shows. */
export async function fetchDocuments(
  found: FoundDocument,
  outside: Outside,
  isLinked = false,
): Promise<Task[] | Check> {
  const url = found.text;
  const answer = await outside.get(url, 'document', anyBadge);
  if (!answer.ok) return check('shape', 'unknown', `shape.unreachable-${answer.failure}`, { url });
  const reading = readBadge(answer.body, { contentType: answer.contentType });
  if (reading.ok) {
    const documents = reading.documents.filter(({ form }) => form !== 'url');
    if (documents.length === 0) return check('shape', 'unknown', 'import.not-understood', { kind: 'text' });
    return documents.map((each) => ({ found: each, carrier: found.carrier, source: answer.url }));
  }
  const link = reading.code === 'import.web-page' && !isLinked ? pageLink(answer) : undefined;
  if (link) return fetchDocuments({ ...found, text: link }, outside, true);
  return check('shape', 'unknown', reading.code, reading.values);
}
