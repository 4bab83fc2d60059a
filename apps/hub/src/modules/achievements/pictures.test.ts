import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';

const idIn = (response: Response) => /ach_\w+/.exec(response.headers.get('location') ?? '')?.[0] ?? '';
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#d23921' } })
    .png()
    .toBuffer();
const fileOf = (bytes: Uint8Array | string, name: string) => new File([bytes as BlobPart], name);

async function desk() {
  const hub = await testHub();
  await hub.given.alliance();
  const at = await hub.given.badgeDesk();
  const upload = (file: File, more: Record<string, string> = {}) =>
    at.browser.post(at.address, hub.given.badgeForm({ picture: 'upload', image: file, imageAlt: 'A square', ...more }));
  return { hub, ...at, upload };
}

describe('the picture of a badge', () => {
  it('is the drawing, as SVG and as PNG in the sizes that are offered', async () => {
    const { hub, browser, address } = await desk();
    const id = idIn(await browser.post(address, hub.given.badgeForm()));

    const svg = await hub.request(`/achievements/${id}/image.svg`);
    const large = await hub.request(`/achievements/${id}/image.png`);
    const small = await hub.request(`/achievements/${id}/image.png?size=64`);

    expect(await svg.text()).toMatch(/^<svg xmlns/);
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    expect(await sharp(Buffer.from(await large.arrayBuffer())).metadata()).toMatchObject({ width: 1024, height: 1024 });
    expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({ width: 64, format: 'png' });
    expect((await hub.request(`/achievements/${id}/image.png?size=65`)).status).toBe(400);
    expect((await hub.request(`/achievements/${id}/image.png?size=100000`)).status).toBe(400);
  });

  it('can do nothing in a browser, and need not be fetched twice', async () => {
    const { hub, browser, address } = await desk();
    const id = idIn(await browser.post(address, hub.given.badgeForm()));

    const first = await hub.request(`/achievements/${id}/image.svg`);
    const etag = first.headers.get('etag') ?? '';
    const again = await hub.request(`/achievements/${id}/image.svg`, { headers: { 'if-none-match': etag } });

    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(first.headers.get('content-security-policy')).toContain('sandbox');
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('may be kept for ever under the address of a revision, and only there', async () => {
    const { hub, browser, address } = await desk();
    const id = idIn(await browser.post(address, hub.given.badgeForm()));

    const cached = async (query: string) =>
      (await hub.request(`/achievements/${id}/image.svg${query}`)).headers.get('cache-control');

    expect(await cached('?v=2')).toContain('immutable');
    expect(await cached('?v=1')).toBe('public, max-age=300');
    expect(await cached('')).toBe('public, max-age=300');
  });
});

describe('a picture of one’s own', () => {
  it('is squared and stripped, whatever it was called', async () => {
    const { hub, browser, upload } = await desk();

    const response = await upload(fileOf(await png(300, 200), '../../etc/passwd.exe'));

    const shown = await browser.get(`/achievements/${idIn(response)}/image.png`);
    expect(response.status).toBe(303);
    expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({ width: 300, height: 300 });
    expect(await hub.given.rowsOf('file')).toMatchObject([{ name: 'badge.png', type: 'image/png' }]);
  });

  it('as SVG loses everything that is not drawing', async () => {
    const { hub, upload } = await desk();
    const evil = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" onload="alert(1)"><script>alert(2)</script>
      <foreignObject><b>hi</b></foreignObject><image href="https://elsewhere.example/x.png"/>
      <a href="javascript:alert(3)"><rect width="20" height="10" fill="#d23921"/></a></svg>`;

    const id = idIn(await upload(fileOf(evil, 'evil.svg')));

    const svg = await (await hub.request(`/achievements/${id}/image.svg`)).text();
    expect(svg).toContain('#d23921');
    expect(svg).not.toMatch(/script|onload|foreignObject|elsewhere|javascript/);
    expect((await hub.request(`/achievements/${id}/image.png?size=128`)).headers.get('content-type')).toBe('image/png');
  });

  it.each([
    ['no picture at all', 'MZ this is a program'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a broken PNG', '\x89PNG\r\n\x1a\nbroken'],
    [
      'an SVG that names files',
      '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&x;</svg>',
    ],
    ['an SVG without a size', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'],
  ])('is refused when it is %s, and what was typed stays', async (_, text) => {
    const { hub, upload } = await desk();

    const response = await upload(
      fileOf(
        Uint8Array.from(text, (sign) => sign.charCodeAt(0)),
        'badge.png',
      ),
      { tags: 'kept' },
    );

    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain('<a href="#f-image">');
    expect(page).toContain('value="kept"');
    expect(await hub.given.rowsOf('achievement')).toEqual([]);
    expect(await hub.given.rowsOf('file')).toEqual([]);
  });

  it('needs words before it is published', async () => {
    const { upload } = await desk();

    const response = await upload(fileOf(await png(50, 50), 'a.png'), { imageAlt: '' });

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Say what the picture shows.');
  });

  it('is asked for when none was chosen', async () => {
    const { hub, browser, address } = await desk();

    const response = await browser.post(address, hub.given.badgeForm({ picture: 'upload' }));

    expect(response.status).toBe(422);
    expect(await response.text()).toContain('Choose a picture, or let it be drawn here.');
  });

  it('is not lost when a row is added before saving', async () => {
    const { hub, browser, address, upload } = await desk();

    const page = await (await upload(fileOf(await png(50, 50), 'a.png'), { act: 'add.criteria' })).text();
    const token = /name="upload" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const look = await browser.get(`/designer/uploads/${token}`);
    const saved = await browser.post(
      address,
      hub.given.badgeForm({ picture: 'upload', upload: token, imageAlt: 'Red' }),
    );

    expect(look.headers.get('content-type')).toBe('image/png');
    expect(saved.status).toBe(303);
    expect(await hub.given.rowsOf('achievement')).toMatchObject([{ design: null, image_alt: 'Red' }]);
  });

  it('of somebody else cannot be taken over by its token or its id', async () => {
    const { hub, issuerId, address, upload } = await desk();
    const page = await (await upload(fileOf(await png(50, 50), 'a.png'), { act: 'draw' })).text();
    const token = /name="upload" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const other = await hub.given.browserOf(await hub.given.staffOf(issuerId, ['issuer']));

    const stolen = await Promise.all(
      [token, token.split('.')[0] ?? '', `${token.split('.')[0]}.x`].map((upload) =>
        other.post(address, hub.given.badgeForm({ picture: 'upload', upload, imageAlt: 'Red' })),
      ),
    );

    expect(stolen.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect((await other.get(`/designer/uploads/${token}`)).status).toBe(404);
  });
});

describe('the designer’s preview', () => {
  const query = new URLSearchParams({
    shape: 'arch',
    ground: 'full',
    icon: 'kite',
    palette: 'navy-red',
    ribbon: 'Kite',
  });

  it('draws what the form says, for everybody and to be kept', async () => {
    const hub = await testHub();
    await hub.given.alliance();

    const response = await hub.request(`/designer/preview.svg?${query}&name=ignored`);

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('public');
    expect(await response.text()).toContain('#1b2a5c');
  });

  it.each([
    ['shape', '../../x'],
    ['icon', 'constructor'],
    ['ground', ''],
    ['ribbon', 'a word that never ends at all'],
    ['palette', 'own&primary=url(x)'],
  ])('refuses a wrong %s', async (field, value) => {
    const hub = await testHub();
    await hub.given.alliance();
    const wrong = new URLSearchParams(query);
    wrong.set(field, value);

    const response = await hub.request(`/designer/preview.svg?${wrong}`);

    expect(response.status).toBe(400);
  });

  it('does not draw without end for one visitor', async () => {
    const hub = await testHub();
    await hub.given.alliance();

    const ask = async () => (await hub.request(`/designer/preview.svg?${query}`)).status;
    const answers = await Promise.all(Array.from({ length: 260 }, ask));

    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0);
  });

  it('says in words what cannot be read', async () => {
    const hub = await testHub();
    await hub.given.alliance();
    const gray = new URLSearchParams({
      ...Object.fromEntries(query),
      palette: 'own',
      primary: '#1b2a5c',
      secondary: '#8c8c8c',
    });

    const advice = await (await hub.request(`/designer/advice?${gray}&action=javascript:alert(1)`)).text();

    expect(advice).toContain('hard to read');
    expect(advice).not.toContain('javascript');
  });
});
