/** The alliance itself. What is said about 2014 is history; everything else is invented. */
export const alliance = {
  name: 'Badge Alliance',
  summary:
    'Organizations and people who work out together how anybody can be recognised for what they know and can do. ' +
    'Announced in February 2014 with ten working groups, soon thirteen; this demonstration imagines the hub it could have had.',
  lang: 'en',
  timeZone: 'Europe/Lisbon',
  steward: 'oyku',
  opened: 800,
} as const;
