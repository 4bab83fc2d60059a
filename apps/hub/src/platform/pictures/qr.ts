import type { QRCodeToBufferOptions } from 'qrcode';

const look: QRCodeToBufferOptions = {
  errorCorrectionLevel: 'M',
  margin: 4,
  color: { dark: '#191d26', light: '#ffffff' },
};

/** A QR code as PNG, about 500 pixels wide. */
export async function qrPng(text: string): Promise<Buffer> {
  const { toBuffer } = await import('qrcode');
  return toBuffer(text, { ...look, width: 512 });
}

/** A QR code as a standalone SVG without style or script. */
export async function qrSvg(text: string): Promise<string> {
  const qrcode = await import('qrcode');
  return qrcode.toString(text, { ...look, type: 'svg' });
}

/** The dark squares themselves, for drawing elsewhere. */
export async function qrSquares(
  text: string,
): Promise<{ size: number; isDark: (row: number, column: number) => boolean }> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}
