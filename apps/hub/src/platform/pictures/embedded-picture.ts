import { pictureKind } from './picture-kind.ts';
import { limits } from './svg-rules.ts';

interface Size {
  width: number;
  height: number;
}

// PNG §11.2.2: width and height are the first fields of IHDR
function sizeOfPng(bytes: Buffer): Size | undefined {
  return bytes.length > 24 ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined;
}

// ITU T.81 §B.2.2: the frame header SOF0–SOF15, without DHT, JPG and DAC
function sizeOfJpeg(bytes: Buffer): Size | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The data address again, when it holds a PNG or JPEG of a sensible size; undefined when it is anything else. */
export function embeddedPicture(address: string): string | undefined {
  const found = /^data:image\/(png|jpe?g);base64,([A-Za-z0-9+/=\s]+)$/i.exec(address.trim());
  if (!found?.[2]) return undefined;
  const bytes = Buffer.from(found[2], 'base64');
  const kind = pictureKind(bytes);
  const size = kind === 'png' ? sizeOfPng(bytes) : kind === 'jpeg' ? sizeOfJpeg(bytes) : undefined;
  if (!size || size.width * size.height > limits.pixels) return undefined;
  return `data:image/${kind};base64,${bytes.toString('base64')}`;
}
