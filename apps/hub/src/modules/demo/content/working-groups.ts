import type { DemoOrganization } from '../model.ts';

/** Chairs change after a cycle of six months; who was chair when stays to be seen. */
const later: Record<string, DemoOrganization['staff']> = {
  endorsement: [
    { person: 'emeka', roles: ['issuer'], from: 600, until: 300 },
    { person: 'zofia', roles: ['issuer'], from: 300 },
  ],
  messaging: [{ person: 'noor', roles: ['issuer'], from: 280 }],
  infrastructure: [{ person: 'pell', roles: ['representative'], from: 500, until: 220 }],
};

/** The thirteen groups of 2014, their purposes in our own words. Their chairs here are invented. */
export const workingGroups: DemoOrganization[] = [
  group(
    'standard',
    'Standard',
    'soledad',
    'Keeps the agreement on what a badge carries: small enough to build in an afternoon, exact enough that two strangers’ programs read the same thing in it.',
  ),
  group(
    'infrastructure',
    'Infrastructure',
    'rafael',
    'Looks after what everybody stands on and nobody looks at: the libraries, backpacks, validators and servers that have to go on working after the launch party.',
  ),
  group(
    'endorsement',
    'Endorsement',
    'ines',
    'Works out how a third party can say “we value this badge too”, in a way that can be checked and that means something.',
  ),
  group(
    'directory',
    'Directory',
    'teodor',
    'Makes badges findable: one open index of what can be earned where, for people, machines and the merely curious.',
  ),
  group(
    'cities-and-networks',
    'Cities & Networks',
    'wen',
    'Joins up whole places. A city is the largest classroom there is; this group helps libraries, clubs and town halls recognise learning across it.',
  ),
  group(
    'digital-and-web-literacies',
    'Digital & Web Literacies',
    'priya',
    'Agrees on what it means to read, write and take part on the web, and on the badges that show it.',
    566,
  ),
  group(
    'higher-education',
    'Higher Education',
    'linnea',
    'Asks what badges can do beside, inside and between degrees, and which door of the registrar’s office they should come in by.',
  ),
  group(
    'educators',
    'Educators',
    'oskar',
    'For everybody who teaches, with or without a classroom: how to design a badge that changes what happens on Monday morning.',
    552,
  ),
  group(
    'workforce',
    'Workforce',
    'adjoa',
    'Brings employers, trades and job seekers to one table, so that a skill earned in one place is understood in another.',
  ),
  group(
    'policy',
    'Policy',
    'amara',
    'Writes what ministries and boards can sign: short texts that let a badge count where rules decide.',
  ),
  group(
    'research',
    'Research',
    'emeka',
    'Finds out whether it works, for whom, and how we would know, and publishes also when the answer is no.',
  ),
  group(
    'messaging',
    'Messaging',
    'yuki',
    'Finds the words. If your neighbour does not understand what a badge is, that is this group’s question and not your neighbour’s.',
    596,
  ),
  group(
    'globalization',
    'Globalization',
    'nadia',
    'Makes it work in every language, script and school system, and listens before it translates.',
    546,
  ),
];

function group(key: string, name: string, chair: string, purpose: string, joined = 640): DemoOrganization {
  return {
    key,
    name: `${name} working group`,
    summary: purpose,
    domain: `badge-alliance.example/groups/${key}`,
    joined,
    staff: [{ person: chair, roles: ['owner', 'issuer'], from: joined }, ...(later[key] ?? [])],
    links: [{ label: 'Notes of every call', url: `https://badge-alliance.example/groups/${key}/notes` }],
  };
}
