interface ExportedBadge {
  name: string;
  issuer: { name: string };
  awardedAt?: string | undefined;
  files: { name: string; kind: string }[];
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const address = (path: string) => path.split('/').map(encodeURIComponent).join('/');

/** A page that can be read from the unpacked folder, without the hub and without a network. */
export function exportIndex(
  badges: ExportedBadge[],
  words: { title: string; say: string; unreached: string; lang: string; dir: string },
): string {
  const rows = badges.map(({ name, issuer, awardedAt, files }) => {
    const picture = files.find(({ kind }) => kind === 'picture' || kind === 'baked');
    const links = files.map(
      (file) => `<a href="${address(file.name)}">${escaped(file.name.split('/').at(-1) ?? '')}</a>`,
    );
    const image = picture ? `<img src="${address(picture.name)}" alt="" width="96" height="96">` : '';
    const date = awardedAt ? `, ${escaped(awardedAt.slice(0, 10))}` : '';
    return `<li>${image}<h2>${escaped(name)}</h2><p>${escaped(issuer.name || words.unreached)}${date}</p><p>${links.join(' · ')}</p></li>`;
  });
  return `<!doctype html>
<html lang="${escaped(words.lang)}" dir="${words.dir}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(words.title)}</title></head>
<body><h1>${escaped(words.title)}</h1><p>${escaped(words.say)}</p><ol>${rows.join('\n')}</ol></body>
</html>
`;
}
