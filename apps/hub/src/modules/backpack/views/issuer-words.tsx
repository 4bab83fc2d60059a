/** What the issuer wrote to the recipient, as they wrote it. */
export function IssuerWords({ text, by }: { text: string; by: string }) {
  return (
    <blockquote class="claim__said">
      {text.split(/\n{2,}/).map((part) => (
        <p dir="auto">{part}</p>
      ))}
      <footer class="label">
        <b>{by}</b>
      </footer>
    </blockquote>
  );
}
