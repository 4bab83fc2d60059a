import type { Letter } from '../kernel/mail.ts';

/** The whole letter as plain text, with the address of what there is to do. */
export function letterText({ text, action }: Letter): string {
  const end = action ? `\n\n${action.label}:\n${action.url}` : '';
  return `${text.trim()}${end}\n`;
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

/** The same as a page of its own. Mail readers know no style sheet but one in the head, and no custom properties. */
export function letterHtml(letter: Letter): string {
  const { subject, text, action, picture, lang } = letter;
  const dir = rightToLeft.has(lang.split('-')[0] ?? '') ? 'rtl' : 'ltr';
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((lines) => `<p>${escaped(lines).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html>
<html lang="${escaped(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
<style>${styles}</style>
</head>
<body>
<main>
${picture ? `<p><img src="${escaped(picture.url)}" alt="${escaped(picture.alt)}" width="160"></p>\n` : ''}${paragraphs.join('\n')}
${action ? `<p><a class="action" href="${escaped(action.url)}">${escaped(action.label)}</a></p>\n<p class="address">${escaped(action.url)}</p>\n` : ''}</main>
</body>
</html>
`;
}

// The tokens of the pages, as the numbers that mail readers understand.
const styles = `
body { margin: 0; padding: 32px 16px; background: #f9f6ee; color: #191c27; font: 18px/1.55 Georgia, serif; }
main { max-width: 560px; margin: 0 auto; }
p { margin: 0 0 20px; }
img { width: 160px; height: auto; }
.action { display: inline-block; padding: 12px 22px; background: #0d4a54; color: #fdfaf2; text-decoration: none;
  font: 600 17px/1.3 "Arial Narrow", Arial, sans-serif; }
.address { color: #575b68; font-size: 14px; word-break: break-all; }
@media (prefers-color-scheme: dark) {
  body { background: #15130f; color: #ebe7dd; }
  .action { background: #8ecad3; color: #0a1b1e; }
  .address { color: #aaa59b; }
}
`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
