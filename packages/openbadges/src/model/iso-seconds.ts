/** An instant in whole seconds with `Z`, the only form we emit: a JWT's `nbf` then says exactly the same. */
export function isoSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, -'.000Z'.length)}Z`;
}
