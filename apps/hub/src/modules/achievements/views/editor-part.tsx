import type { Child } from 'hono/jsx';

/** A part of the editor: title, what it is for, fields. */
export function EditorPart({ id, title, say, children }: { id: string; title: string; say?: Child; children: Child }) {
  return (
    <section class="editor__part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {say ? <p class="label">{say}</p> : null}
      {children}
    </section>
  );
}
