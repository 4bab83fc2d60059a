/** A square PNG as a drawing, for places that want one. */
export function svgOfPng(png: Uint8Array): string {
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><image width="200" height="200" href="${address}"/></svg>`;
}
