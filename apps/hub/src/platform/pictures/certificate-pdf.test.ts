import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type Certificate, certificatePdf } from './certificate-pdf.ts';

const certificate: Certificate = {
  lang: 'en-GB',
  documentTitle: 'Oral history interviewer, Mireille Tanagra',
  badgeSvg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><circle cx="100" cy="100" r="90" fill="#1b2a5c"/></svg>',
  badgeAlt: 'Badge: Oral history interviewer.',
  recipient: 'Mireille Tanagra',
  sentence: 'can sit down with a stranger, listen for an hour, and leave a recording that others can use.',
  title: 'Oral history interviewer',
  issuer: 'Harbour City Library',
  date: 'Awarded 12 February 2026',
  verify: {
    address: 'https://badges.example.org/credentials/crd_1',
    sentence: 'Check it at this address:',
    qrAlt: 'QR code',
  },
  label: 'Open Badges 3.0',
  credential: Buffer.from('{"name":"é 翻","proof":[]}\n\0\xff', 'latin1'),
  attachmentSentence: 'The signed credential',
  issuedAt: new Date('2026-02-12T09:00:00Z'),
};

/** The bytes of the stream whose dictionary holds this word. */
function streamWith(pdf: Buffer, word: string): Buffer {
  const text = pdf.toString('latin1');
  const start = text.indexOf('stream\n', text.indexOf(word)) + 'stream\n'.length;
  return inflateSync(Buffer.from(text.slice(start, text.indexOf('endstream', start)), 'latin1'));
}

it('a certificate carries the credential byte for byte, as the source of what it shows', async () => {
  const pdf = await certificatePdf(certificate);

  expect(streamWith(pdf, '/Type /EmbeddedFile').equals(Buffer.from(certificate.credential))).toBe(true);
  const text = pdf.toString('latin1');
  expect(text).toContain('/AFRelationship /Source');
  expect(text).toContain('(credential.json)');
  expect(text).toContain('/Subtype /application#2Fjson');
});

it('a certificate can be read aloud: language, title, headings and descriptions of its pictures', async () => {
  const text = (await certificatePdf(certificate)).toString('latin1');

  for (const part of [
    '/Lang (en-GB)',
    '/Marked true',
    '/DisplayDocTitle true',
    '/S /H1',
    '/S /Figure',
    '/Alt (Badge: Oral history interviewer.)',
  ]) {
    expect(text).toContain(part);
  }
});

it('a certificate links to where it can be verified, is one page, and embeds its fonts', async () => {
  const text = (await certificatePdf(certificate)).toString('latin1');

  expect(text).toContain('/URI (https://badges.example.org/credentials/crd_1)');
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(text).toContain('special-gothic-poster');
  expect(text.match(/\/FontFile2 /g)?.length).toBeGreaterThanOrEqual(4);
});

it.each(['مريم ١٢', '翻訳者', '🎉', 'Ольга', 'x'.repeat(500), '(\\)', ''])(
  'the name “%s” does not break it',
  async (recipient) => {
    const pdf = await certificatePdf({ ...certificate, recipient, sentence: recipient.repeat(3), issuer: recipient });

    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf.subarray(-6).toString('latin1')).toContain('%%EOF');
  },
);
