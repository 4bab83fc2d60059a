import type { DemoPerson } from '../model.ts';

/** Forty people. None of them exists. */
export const people: DemoPerson[] = [
  person('oyku', 'Öykü Tidewell', 'Facilitator of the alliance', 'alliance', 'public', 800),
  person('wen', 'Wen Lanternfield', 'Learning lead', 'city-of-marram', 'public', 799),
  person('amara', 'Amara Oystercatcher', 'Head of community learning', 'harbour-city-library', 'public', 790),
  person('mireille', 'Mireille Tanagra', 'Librarian, then apprentice archivist', 'harbour-city-library', 'public', 640),
  person('soledad', 'Soledad Pinewhistle', 'Registrar', 'university-of-the-saltmarsh', 'public', 786),
  person('tobias', 'Tobias Marrow', 'Head of the welding hall', 'polder-technical-college', 'public', 778),
  person('ines', 'Ines Quillfeather', 'Editor', 'paper-crane-press', 'public', 770),
  person('zofia', 'Zofia Bellwether', 'Keeper of machines', 'museum-of-making', 'public', 765),
  person('pell', 'Pell Cooper', 'Bench lead', 'slow-repair-guild', 'public', 640),
  person('adjoa', 'Adjoa Windrush-Mere', 'Secretary', 'northlight-trades-council', 'public', 762),
  person('rafael', 'Rafael Thistledown', 'Developer', 'bluebell-code-house', 'public', 758),
  person('linnea', 'Linnea Saltmarsh', 'Lecturer in education', 'university-of-the-saltmarsh', 'members', 752),
  person('kofi', 'Kofi Hearthstone', 'Producer', 'radio-kelp', 'public', 620),
  person('yuki', 'Yuki Paperlantern', 'Illustrator', 'paper-crane-press', 'public', 604),
  person('dilnoza', 'Dilnoza Applebough', 'Nurse who teaches', 'orchard-valley-clinic', 'public', 590),
  person('hemi', 'Hemi Longshore', 'Pilot, second class', 'ferrymen-and-pilots', 'public', 585),
  person('priya', 'Priya Nettlecombe', 'Youth worker', 'lantern-street-youth-club', 'public', 574),
  person('oskar', 'Oskar Fennimore', 'Teacher of many things', 'tern-island-school', 'public', 560),
  person('nadia', 'Nadia Clearwater', 'Interpreter', 'many-tongues-network', 'public', 552, 'fr'),
  person('bram', 'Bram Dijkwater', 'Apprentice welder', 'polder-technical-college', 'members', 470),
  person('luz', 'Luz Candelabra', 'Cook', 'kettle-and-crumb', 'public', 455),
  person('teodor', 'Teodor Inkwell', 'Cataloguer', 'open-shelf-foundation', 'public', 730),
  person('marisol', 'Marisol Greenfinch', 'Seed keeper', 'seedbank-cooperative', 'public', 520),
  person('callum', 'Callum Driftwood', 'Stage manager', 'night-bus-theatre', 'members', 410),
  person('sana', 'Sana Wayfinder', 'Surveyor', 'cartographers-of-the-commons', 'public', 500),
  person('emeka', 'Emeka Brightwater', 'Research fellow', 'university-of-the-saltmarsh', 'public', 690),
  person('frida', 'Frida Snowberry', 'Volunteer', 'harbour-city-library', 'members', 380),
  person('jun', 'Jun Copperkettle', 'Repairs what others throw away', 'slow-repair-guild', 'members', 364),
  person('aisha', 'Aisha Moonharbour', 'Student', 'tern-island-school', 'hidden', 352),
  person('viktor', 'Viktor Hollowoak', 'Electrician', 'northlight-trades-council', 'members', 340),
  person('noor', 'Noor Skylark', 'Presenter of the evening hour', 'radio-kelp', 'public', 330),
  person('ewa', 'Ewa Tallowby', 'Tour guide', 'museum-of-making', 'members', 322),
  person('mateus', 'Mateus Cobblestone', 'City archivist', 'city-of-marram', 'public', 305),
  person('greta', 'Greta Windlass', 'Deckhand', 'ferrymen-and-pilots', 'hidden', 290),
  person('samir', 'Samir Olivestone', 'Pastry cook in training', 'kettle-and-crumb', 'members', 262),
  person('thuy', 'Thuy Riverstone', 'Translator', 'many-tongues-network', 'public', 244),
  person('elias', 'Elias Bramblewood', 'Gardener', 'seedbank-cooperative', 'hidden', 226),
  person('roza', 'Róza Larkspur', 'Student of everything', 'bluebell-code-house', 'members', 180),
  person('isaac', 'Isaac Plumstead-Gale', 'Mapper on Sundays', 'cartographers-of-the-commons', 'hidden', 150),
  person('meadow', 'Meadow Ashgrove', 'Newcomer', 'lantern-street-youth-club', 'hidden', 96),
];

function person(
  key: string,
  name: string,
  title: string,
  home: string,
  visibility: DemoPerson['visibility'],
  joined: number,
  locale?: string,
): DemoPerson {
  return { key, name, title, home, visibility, joined, ...(locale ? { locale } : {}) };
}

const given = [
  'Abel', 'Bettina', 'Ciro', 'Dagny', 'Elif', 'Fergus', 'Gwen', 'Hadiya', 'Ivo', 'Jolanta', 'Kirra', 'Leopold',
  'Maeve', 'Nico', 'Odile', 'Pavel', 'Quilla', 'Ruben', 'Sunniva', 'Tariq', 'Una', 'Vasco', 'Wilma', 'Xanthe', 'Yara', 'Zeno',
] as const; // biome-ignore format: a list of names
const family = [
  'Acornhill', 'Barleymow', 'Candlewick', 'Dovecote', 'Elderflower', 'Foxglove', 'Goosefield', 'Honeycomb', 'Ivybridge',
  'Juniperus', 'Kingfisher', 'Lavenderhill', 'Millpond', 'Nightjar', 'Otterbourne', 'Pebblewick', 'Quincetree',
] as const; // biome-ignore format: a list of names

/** People who are known to an issuer by an address only; the same number, the same person. */
export function stranger(number: number): { name: string; email: string } {
  const [first, last] = [given[number % given.length], family[(number * 5 + 3) % family.length]] as [string, string];
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}@${number % 2 ? 'post' : 'letters'}.example`.toLowerCase(),
  };
}
