import { expect, it } from 'vitest';
import { carrierName, contentDisposition } from './carrier-name-model.ts';

const header = (name: string) => contentDisposition('attachment', carrierName(name, 'png'));

it.each([
  ['Listener', 'attachment; filename="Listener.png"; filename*=UTF-8\'\'Listener.png'],
  ['say "hi"; x=y', 'attachment; filename="say hi x=y.png"; filename*=UTF-8\'\'say%20hi%20%3B%20x%3Dy.png'],
  [
    'a\r\nSet-Cookie: b=c',
    'attachment; filename="a Set-Cookie b=c.png"; filename*=UTF-8\'\'a%20Set-Cookie%20b%3Dc.png',
  ],
  ['../../etc/passwd', 'attachment; filename="etc passwd.png"; filename*=UTF-8\'\'etc%20passwd.png'],
  [
    'Zoë’s “été” (2)',
    'attachment; filename="Zoe_s _ete_ (2).png"; filename*=UTF-8\'\'Zo%C3%AB%E2%80%99s%20%E2%80%9C%C3%A9t%C3%A9%E2%80%9D%20%282%29.png',
  ],
  ['\u202Egnp.exe', 'attachment; filename="gnp.exe.png"; filename*=UTF-8\'\'gnp.exe.png'],
  ['راوي', 'attachment; filename="badge.png"; filename*=UTF-8\'\'%D8%B1%D8%A7%D9%88%D9%8A.png'],
  ['***', 'attachment; filename="badge.png"; filename*=UTF-8\'\'badge.png'],
  ['\ud800 lone', 'attachment; filename="lone.png"; filename*=UTF-8\'\'lone.png'],
])('a badge called %j is saved under a name that is safe everywhere', (name, expected) => {
  expect(header(name)).toBe(expected);
});

it('keeps names short enough for every disk, and whole signs whole', () => {
  const name = carrierName('🌊'.repeat(300), 'svg');

  expect([...name]).toHaveLength(84);
  expect(() => encodeURIComponent(name)).not.toThrow();
});

it('makes a header that HTTP can carry of whatever it is given', () => {
  for (let code = 0; code < 0x2fff; code++) {
    const value = header(`a${String.fromCharCode(code)}b`);
    expect(value).toMatch(/^[\x20-\x7e]+$/);
    expect(value.split('"')).toHaveLength(3);
  }
});

it.each(['a.b"; evil="1', 'badge.日本', 'no ending', 'half \ud800.png', '日本', 'a.b\\'])(
  'names the download %j, of which somebody chose the name, with one plain and one exact name',
  (name) => {
    const value = contentDisposition('attachment', name);

    expect(value).toMatch(/^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w.%~-]+$/);
    expect(new Headers({ 'content-disposition': value }).get('content-disposition')).toBe(value);
  },
);
