import { expect, it } from 'vitest';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import { testHub } from '../../testing/test-hub.ts';
import { listAffiliated, listAffiliationsOf } from './affiliation-store.ts';
import { answerAffiliation } from './answer-affiliation.ts';
import { declareAffiliation } from './declare-affiliation.ts';
import { endAffiliation } from './end-affiliation.ts';
import { endOrganization } from './end-organization.ts';

async function asked() {
  const hub = await testHub();
  const { id, owner } = await hub.given.organization();
  const person = await hub.given.account('Noor Papyrus');
  return { hub, id, owner, person, tie: await declareAffiliation(hub, person, id) };
}

const notThere = { code: 'organization.affiliation-not-found' };

it('is a fact only when the organization says so too', async () => {
  const { hub, id, person, tie } = await asked();
  const speaker = await hub.given.staffOf(id, ['representative']);
  expect(await listAffiliated(hub.db, id, 'active')).toEqual([]);

  await answerAffiliation(hub, speaker, id, { id: tie, confirmed: true });

  expect(await listAffiliated(hub.db, id, 'active')).toMatchObject([
    { personId: person.personId, startedAt: hub.clock() },
  ]);
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'affiliation.confirmed', actor: speaker.personId });
});

it('is refused with a reason that the person reads, and can be asked again', async () => {
  const { hub, id, owner, person, tie } = await asked();

  await answerAffiliation(hub, owner, id, { id: tie, confirmed: false, reason: 'You left in May.' });
  hub.pass({ seconds: 1 });
  await declareAffiliation(hub, person, id);

  const [again, refused] = await listAffiliationsOf(hub.db, person.personId);
  expect(refused).toMatchObject({
    state: 'refused',
    reason: 'You left in May.',
    endedAt: new Date('2031-03-04T10:00:00Z'),
  });
  expect(again).toMatchObject({ state: 'asked' });
});

it('is said once at a time', async () => {
  const { hub, id, person } = await asked();

  const results = await Promise.allSettled([declareAffiliation(hub, person, id), declareAffiliation(hub, person, id)]);

  for (const result of results) expect(result).toMatchObject({ reason: { code: 'organization.affiliation-exists' } });
  expect(await listAffiliationsOf(hub.db, person.personId)).toHaveLength(1);
});

it('is answered by owners and representatives only, each for their own organization', async () => {
  const { hub, id, person, tie } = await asked();
  const issuer = await hub.given.staffOf(id, ['issuer', 'assessor']);
  const other = await hub.given.organization('Museum of Making');
  const yes = { id: tie, confirmed: true as const };

  for (const actor of [issuer, person, other.owner]) {
    await expect(answerAffiliation(hub, actor, id, yes)).rejects.toMatchObject({ code: 'organization.not-an-owner' });
  }
  await expect(answerAffiliation(hub, other.owner, other.id, yes)).rejects.toMatchObject(notThere);
  expect(await listAffiliated(hub.db, id, 'active')).toEqual([]);
});

it('is answered once, also when two answer at the same moment', async () => {
  const { hub, id, owner, tie } = await asked();
  const speaker = await hub.given.staffOf(id, ['representative']);

  const results = await Promise.allSettled([
    answerAffiliation(hub, owner, id, { id: tie, confirmed: true }),
    answerAffiliation(hub, speaker, id, { id: tie, confirmed: false, reason: 'Who?' }),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: notThere });
});

it('is ended by either side, and by nobody else', async () => {
  const { hub, id, owner, person, tie } = await asked();
  await answerAffiliation(hub, owner, id, { id: tie, confirmed: true });
  const stranger = await hub.given.account('Lasse Thimble');

  await expect(endAffiliation(hub, stranger, tie)).rejects.toMatchObject({ code: 'organization.not-an-owner' });
  await endAffiliation(hub, owner, tie);
  await expect(endAffiliation(hub, person, tie)).rejects.toMatchObject(notThere);

  const second = await declareAffiliation(hub, person, id);
  await endAffiliation(hub, person, second);

  expect((await listAffiliationsOf(hub.db, person.personId)).map(({ state }) => state)).toEqual(['ended', 'ended']);
});

it('ends no tie of another kind', async () => {
  const { hub, id, person } = await asked();
  const wen = await hub.given.staffOf(id, ['issuer']);
  const staffTie = (await hub.given.rowsOf('tie')).find((row) => 'subject' in row && row.subject === wen.personId);

  const attempt = endAffiliation(hub, person, (staffTie as { id: Id<'tie'> }).id);

  await expect(attempt).rejects.toMatchObject(notThere);
});

it('is not said about an organization that ended, or that is none', async () => {
  const { hub, id, owner, person } = await asked();
  await endOrganization(hub, owner, id, 'Closed.');
  const stranger = await hub.given.account('Lasse Thimble');

  await expect(declareAffiliation(hub, stranger, id)).rejects.toMatchObject({ code: 'organization.ended' });
  const nobody = declareAffiliation(hub, stranger, person.personId as unknown as OrganizationId);
  await expect(nobody).rejects.toMatchObject({ code: 'organization.not-found' });
});

it('is not a way to ask everybody at once', async () => {
  const { hub, id, person } = await asked();
  const ask = () => declareAffiliation(hub, person, id);
  for (let n = 0; n < 29; n++) await expect(ask).rejects.toMatchObject({ code: 'organization.affiliation-exists' });

  await expect(ask).rejects.toMatchObject({ code: 'web.too-many-requests' });
});
