import { BadgeImage, type BadgeImageProps } from '../../../web/components/index.ts';

/** An empty roundel, for badges that came without a picture. */
const empty = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><circle cx="100" cy="100" r="88" fill="none" stroke="#767676" stroke-width="3" stroke-dasharray="9 7"/></svg>',
)}`;

/** The picture of a badge, or an empty place where it would be. */
export function BadgePicture({ src, ...rest }: Omit<BadgeImageProps, 'src'> & { src: string | undefined }) {
  return <BadgeImage src={src ?? empty} {...rest} />;
}

export const pictureOrEmpty = (src: string | undefined): string => src ?? empty;
