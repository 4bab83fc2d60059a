/** A sentence as large as it is meant; one line for each entry. */
export function Poster({ lines, id }: { lines: string[]; id?: string }) {
  return (
    <h1 class="poster" id={id}>
      {lines.map((line, index) => (
        <span>
          {index > 0 ? ' ' : ''}
          {line}
        </span>
      ))}
    </h1>
  );
}
