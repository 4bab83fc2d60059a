import { expect, it } from 'vitest';
import { endorsementsIn, withVerdicts } from './endorsements-model.ts';

const endorsement = (
  id: string,
  comment: unknown,
  issuer: unknown = { id: 'did:web:museum.example', name: 'Museum' },
) => ({
  id,
  type: ['VerifiableCredential', 'EndorsementCredential'],
  issuer,
  validFrom: '2026-01-09T00:00:00Z',
  credentialSubject: { id: 'urn:x', type: 'EndorsementSubject', endorsementComment: comment },
});

it('finds who vouches for the award, the badge and the issuer', () => {
  const document = JSON.stringify({
    endorsement: [endorsement('urn:e:1', 'Her transcript is the first with the pauses marked.')],
    issuer: {
      id: 'did:web:a.example',
      endorsement: endorsement('urn:e:3', 'They answer letters.', 'did:web:b.example'),
    },
    credentialSubject: { achievement: { endorsement: [endorsement('urn:e:2', 'We hired with it.')] } },
  });

  const found = endorsementsIn(document);

  expect(found.map(({ about, by, comment }) => [about, by, comment])).toEqual([
    ['credential', 'Museum', 'Her transcript is the first with the pauses marked.'],
    ['achievement', 'Museum', 'We hired with it.'],
    ['issuer', 'did:web:b.example', 'They answer letters.'],
  ]);
});

it('leaves out what is no statement, whatever stands there', () => {
  const odd = [null, 7, 'text', {}, endorsement('a', 7), endorsement('b', undefined), endorsement('c', 'x', 7), [[]]];

  expect(endorsementsIn(JSON.stringify({ endorsement: odd, issuer: 'x', credentialSubject: [null] }))).toEqual([]);
  expect(endorsementsIn('eyJhbGciOiJFZERTQSJ9.e30.c2ln')).toEqual([]);
});

it('gives each its own verdict, and shows none that failed', () => {
  const found = endorsementsIn(JSON.stringify({ endorsement: ['1', '2', '3'].map((id) => endorsement(id, id)) }));
  const inner = [
    { role: 'endorsement', report: { verdict: 'valid', badge: { id: '1' } } },
    { role: 'endorsement', report: { verdict: 'invalid', document: '{"id":"2"}' } },
  ] as unknown as Parameters<typeof withVerdicts>[1];

  expect(withVerdicts(found, inner).map(({ id, verdict }) => [id, verdict])).toEqual([
    ['1', 'valid'],
    ['3', undefined],
  ]);
});
