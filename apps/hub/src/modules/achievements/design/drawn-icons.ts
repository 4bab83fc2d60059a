/** The inks an icon is drawn with: `main` carries the form, `accent` one detail, `ground` what is cut out. */
export interface Inks {
  main: string;
  accent: string;
  ground: string;
}

type DrawIcon = (inks: Inks) => string;

const area = (d: string, ink: string) => `<path d="${d}" fill="${ink}"/>`;
const line = (d: string, ink: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const disc = (x: number, y: number, radius: number, ink: string) =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${ink}"/>`;
const box = (x: number, y: number, width: number, height: number, corner: number, ink: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${corner}" fill="${ink}"/>`;

const round = (value: number) => Number(value.toFixed(1));

/** Spokes around a hub, from one radius to another. */
function spokes(x: number, y: number, count: number, inner: number, outer: number): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = (index * 2 * Math.PI) / count - Math.PI / 2;
    const at = (radius: number) => `${round(x + radius * Math.cos(angle))} ${round(y + radius * Math.sin(angle))}`;
    return `M${at(inner)}L${at(outer)}`;
  }).join('');
}

/** A wedge of a ring around (x, y) between two angles in degrees, 0 being to the right, upwards positive. */
function voussoir(x: number, y: number, inner: number, outer: number, start: number, end: number): string {
  const at = (radius: number, degrees: number) => {
    const angle = (degrees * Math.PI) / 180;
    return `${round(x + radius * Math.cos(angle))} ${round(y - radius * Math.sin(angle))}`;
  };
  return `M${at(inner, start)}L${at(outer, start)}A${outer} ${outer} 0 0 0 ${at(outer, end)}L${at(inner, end)}A${inner} ${inner} 0 0 1 ${at(inner, start)}Z`;
}

/** An arch of seven stones: the key stone holds the others. */
const keystone: DrawIcon = ({ main, accent }) => {
  const stones = [0, 1, 2, 3, 4, 5, 6].map((index) => {
    const start = 3 + index * 25;
    return index === 3
      ? area(voussoir(100, 108, 24, 57, start + 0.5, start + 23.5), accent)
      : area(voussoir(100, 108, 24, 49, start + 1, start + 23), main);
  });
  return `${stones.join('')}${area('M51 110H75.5V128H51ZM124.5 110H149V128H124.5Z', main)}`;
};

const reel = (x: number, { main, ground }: Inks) =>
  disc(x, 92.5, 8.5, main) + line(spokes(x, 92.5, 6, 0, 6.5), ground, 2.6);

/** Drawn for badges, in a box of 100 × 96 around (100, 86). */
export const drawnIcons = {
  keystone,
  answer: ({ main, accent }) =>
    line('M74 72C74 50 90 42 103 42C121 42 132 54 132 67C132 86 104 86 104 104', main, 13) +
    line('M90 122L101 133L122 110', accent, 10),
  nib: ({ main, accent, ground }) =>
    area('M100 40C110 56 122 74 124 90L112 112H88L76 90C78 74 90 56 100 40Z', main) +
    line('M100 46V84', ground, 3.5) +
    disc(100, 88, 6, ground) +
    area('M86 116H114V127H86Z', accent),
  chair: ({ main, accent }) =>
    line('M74 44V132M74 96H124L128 132', main, 9) +
    line('M74 52C80 56 80 74 74 84', accent, 7) +
    area('M70 86H126a6 6 0 0 1 6 6v2a4 4 0 0 1-4 4H70Z', accent) +
    line('M74 112H125', main, 5),
  book: ({ main, accent, ground }) =>
    area(
      'M97 60C84 50 66 50 50 54V122C66 118 84 119 97 128ZM103 60C116 50 134 50 150 54V122C134 118 116 119 103 128Z',
      main,
    ) +
    line('M61 70C70 68 80 69 87 73M61 86C70 84 80 85 87 89', ground, 3.5) +
    area('M119 47L135 45V86L127 79L119 87Z', accent),
  stamp: ({ main, accent }) =>
    disc(100, 56, 17, main) +
    area('M92 68H108L113 98H136a6 6 0 0 1 6 6V116H58V104a6 6 0 0 1 6-6H87Z', main) +
    line('M61 129H139', accent, 7),
  bridge: ({ main, accent }) =>
    area('M42 78H158V90H152V118H146C146 92 108 92 108 118H92C92 92 54 92 54 118H48V90H42Z', main) +
    line('M48 131C56 126 62 126 70 131S86 136 94 131S110 126 118 131S134 136 142 131L152 128', accent, 5) +
    disc(82, 52, 10, accent) +
    disc(118, 52, 10, accent) +
    area('M68 74C68 62 96 62 96 74ZM104 74C104 62 132 62 132 74Z', accent),
  globe: ({ main, accent, ground }) =>
    disc(100, 86, 45, main) +
    line('M100 41C78 62 78 110 100 131C122 110 122 62 100 41M57 74H143M57 98H143', ground, 3.5) +
    area('M126 104H154a5 5 0 0 1 5 5v18a5 5 0 0 1-5 5H140L131 141V132a5 5 0 0 1-5-5Z', accent),
  seedling: ({ main, accent }) =>
    line('M100 132V78', main, 8) +
    area('M100 92C100 68 82 54 56 54C56 80 74 94 100 92Z', main) +
    area('M100 78C102 56 118 42 144 44C144 68 126 82 100 78Z', accent) +
    line('M70 132H130', main, 7),
  cassette: (inks) =>
    box(44, 48, 112, 76, 7, inks.main) +
    box(55, 58, 90, 13, 2, inks.accent) +
    box(62, 80, 76, 25, 12.5, inks.ground) +
    reel(76, inks) +
    reel(124, inks) +
    area('M88 89H112V96H88Z', inks.accent) +
    area('M68 124L74 112H126L132 124Z', inks.accent),
  wheel: ({ main, accent, ground }) =>
    `<circle cx="100" cy="86" r="43" fill="none" stroke="${main}" stroke-width="9"/>` +
    line(spokes(100, 86, 10, 8, 38), main, 3) +
    disc(100, 86, 10, accent) +
    disc(100, 86, 3.5, ground),
  door: ({ main, accent, ground }) =>
    area('M64 132V46a4 4 0 0 1 4-4H132a4 4 0 0 1 4 4V132Z', main) +
    area('M72 50H128V132H72Z', ground) +
    area('M98 57L128 50V132H98Z', accent) +
    disc(105, 94, 3.5, ground) +
    line('M52 132H148', main, 6),
  lighthouse: ({ main, accent, ground }) =>
    area('M86 66H114L122 132H78Z', main) +
    area('M82 86H118L119.4 98H80.6ZM79.4 108H120.6L122 120H78Z', ground) +
    area('M82 58H118V66H82ZM88 44L100 35L112 44V58H88Z', main) +
    disc(100, 51, 5, accent) +
    area('M120 50L156 38V64ZM80 50L44 38V64Z', accent) +
    line('M66 132H134', main, 6),
  loom: ({ main, accent }) =>
    line('M54 44H146M54 130H146M62 44V130M138 44V130', main, 8) +
    line('M76 52V122M88 52V122M100 52V122M112 52V122M124 52V122', main, 3.5) +
    line('M72 74H128M72 88H128M72 102H128', accent, 8),
  kite: ({ main, accent, ground }) =>
    area('M112 36L148 66L104 112L72 58Z', main) +
    line('M112 40L104 108M76 59L144 66', ground, 3.5) +
    line('M104 112C96 122 84 112 78 122S62 134 52 128', accent, 5) +
    area('M84 108L94 118L80 124ZM62 120L74 130L60 138Z', accent),
  kettle: ({ main, accent, ground }) =>
    area('M66 76H122C134 88 138 108 132 126a8 8 0 0 1-8 6H64a8 8 0 0 1-8-6C50 108 54 88 66 76Z', main) +
    area('M126 92L152 76L158 82L136 116Z', main) +
    line('M66 76C66 44 122 44 122 76', main, 7) +
    box(84, 62, 20, 12, 3, accent) +
    line('M66 112C84 118 104 118 122 112', ground, 4),
} satisfies Record<string, DrawIcon>;
