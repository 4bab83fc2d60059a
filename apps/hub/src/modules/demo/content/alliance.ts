/** The alliance itself. What is said about 2014 is history; everything else is invented. */
export const alliance = {
  name: 'Badge Alliance',
  summary:
    'Recognising what people can do, worked out in public. ' +
    'An alliance of organizations and people, announced in February 2014 with ten working groups, soon thirteen. This demonstration imagines the hub it could have had.',
  lang: 'en',
  timeZone: 'Europe/Lisbon',
  steward: 'oyku',
  opened: 800,
} as const;
