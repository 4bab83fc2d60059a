/** What a teacher writes to award a badge, in the short form. */
export const award = {
  issuer: { name: 'A school' },
  achievement: { name: 'Swimmer', description: 'Swims.', criteria: { narrative: 'Swam 50 m.' } },
  subject: { id: 'did:example:ana' },
};

/** The same for many. */
export const awardTemplate = {
  issuer: { name: 'A school' },
  achievement: {
    name: 'Swimmer',
    description: 'Swims.',
    criteria: { narrative: 'Swam {{metres}} m.' },
  },
};
