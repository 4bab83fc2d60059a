import type { Achievement } from './model.ts';

type Named = Pick<Achievement, 'id'>;

export function achievementPath({ id }: Named, more = ''): string {
  return `/achievements/${id}${more}`;
}

/** The picture as pages show it. The revision is part of the address, so that a browser may keep it for ever. */
export function picturePath(
  { id, revision, imageFile }: Pick<Achievement, 'id' | 'revision' | 'imageFile'>,
  size: 128 | 256 | 512 | 1024 = 512,
): string {
  return imageFile
    ? `/achievements/${id}/image.png?size=${size}&v=${revision}`
    : `/achievements/${id}/image.svg?v=${revision}`;
}

export function issuerListPath(issuer: { id: string; handle?: string | undefined }): string {
  return `/organizations/${encodeURIComponent(issuer.handle ?? issuer.id)}/achievements`;
}
