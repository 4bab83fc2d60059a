import { unbakeSvg } from '../../bake/unbake-svg.ts';
import { nothingRead } from '../nothing-read.ts';
import { credentialLinksOf } from '../page/credential-links.ts';
import { readPicture } from '../read-carried.ts';
import type { Reading } from '../reading.ts';
import type { ReadingBudget } from '../reading-budget.ts';
import { readJson } from './read-json.ts';

/** Badges in an SVG or a web page. A page may hold pictures of its own; a picture is no page. */
export function readMarkup(text: string, budget: ReadingBudget): Reading {
  const isPage = /^<!doctype html|<html[\s>]/i.test(text.slice(0, 4096));
  if (!isPage && /<(\w+:)?svg[\s/>]/.test(text)) return readPicture(unbakeSvg(text), 'svg', budget);
  const documents = credentialLinksOf(text, '').flatMap((link) => {
    const reading = 'text' in link ? readJson(link.text, 'html', budget) : undefined;
    return reading?.ok ? reading.documents : [];
  });
  return documents.length > 0 ? { ok: true, documents } : nothingRead('import.web-page');
}
