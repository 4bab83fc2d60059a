import { describe, expect, it } from 'vitest';
import { bakePng } from '../bake/bake-png.ts';
import { badgeBy, now, signedBy, tools, webIssuer } from '../testing/issuers.ts';
import { verify } from './verify.ts';

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);
const issuer = webIssuer();
const badge = JSON.stringify(await signedBy(issuer, badgeBy(issuer)));
const page = 'https://share.example/badge/1';

/** What lies at which address, as bytes or text; the issuer's own pages too. */
async function checked(pages: Record<string, string | Uint8Array>, headers: { link?: string } = {}) {
  const own = Object.entries(issuer.pages).map(([url, document]) => [url, JSON.stringify(document)] as const);
  const all = new Map<string, string | Uint8Array>([...own, ...Object.entries(pages)]);
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    const body = all.get(url);
    if (body === undefined) return { ok: false as const, url, failure: 'not-found' as const };
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    return { ok: true as const, url, status: 200, contentType: '', body: bytes, ...(url === page ? headers : {}) };
  };
  const report = await verify(new URL(page), { fetch, clock: () => now, tools });
  return { report, code: report.checks.find(({ id }) => id === 'shape')?.code, asked };
}

describe('the page of a badge', () => {
  it.each([
    ['a link', `<html><link rel="alternate" type="application/vc" href="1.json">`, {}],
    ['its header', '<html>', { link: '<1.json>; rel="alternate"; type="application/ld+json"' }],
    ['the second link', `<html><link rel="alternate" type="application/json" href="/other.json"><a href="1.json">`, {}],
  ])('leads to it by %s', async (_, html, headers) => {
    const pages = {
      [page]: html,
      'https://share.example/badge/1.json': badge,
      'https://share.example/other.json': '{}',
    };

    const { report } = await checked(pages, headers);

    expect(report).toMatchObject({ verdict: 'valid', format: { carrier: 'url' } });
  });

  it('leads to it by the picture it shows elsewhere', async () => {
    const html = `<html><meta property="og:image" content="/1.png">`;

    const { report } = await checked({ [page]: html, 'https://share.example/1.png': bakePng(pixel, badge) });

    expect(report.verdict).toBe('valid');
  });

  it('may hold it', async () => {
    const { report, asked } = await checked({ [page]: `<html><script type="application/ld+json">${badge}</script>` });

    expect(report.verdict).toBe('valid');
    expect(asked.filter((url) => url.startsWith('https://share.example'))).toEqual([page]);
  });

  it.each([
    ['nothing', '<html>', 'import.web-page'],
    ['a picture without a badge', '<html><meta property="og:image" content="/1.png">', 'import.web-page'],
    ['what is gone', '<html><a href="/gone.json">', 'shape.unreachable-not-found'],
    ['another page', '<html><a href="/page.json">', 'import.web-page'],
    ['something that is no badge', '<html><a href="/other.json">', 'import.web-page'],
  ])('that leads to %s is no badge', async (_, html, code) => {
    const others = { '/page.json': `<html><a href="1.json">`, '/1.png': pixel, '/other.json': '{"a":1}' };
    const pages = Object.fromEntries(
      Object.entries(others).map(([path, body]) => [`https://share.example${path}`, body]),
    );

    expect(await checked({ [page]: html, ...pages })).toMatchObject({ code, report: { verdict: 'could-not-check' } });
  });

  it('that names hundreds of files is not followed to all of them', async () => {
    const html = Array.from({ length: 300 }, (_, index) => `<a href="${index}.json">`).join('');

    const { asked } = await checked({ [page]: `<html>${html}` });

    expect(asked.length).toBeLessThan(10);
  });
});
