import { raw } from 'hono/html';
import { renderMarkdown } from '../markdown.ts';

/** What people wrote, in the language it was written in. */
export function Markdown({ text, lang }: { text: string; lang?: string }) {
  return (
    <div class="prose" lang={lang} dir="auto">
      {raw(renderMarkdown(text))}
    </div>
  );
}
