/** A value as text for a message or a comparison. `String` would throw for `{"toString":1}`, which anybody may send. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
