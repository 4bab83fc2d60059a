export { type Certificate, certificatePdf } from './certificate-pdf.ts';
export { loadRibbonFont } from './load-ribbon-font.ts';
export { type OpenGraphCard, openGraphCard } from './open-graph-card.ts';
export { type PictureKind, pictureKind } from './picture-kind.ts';
export { qrPng, qrSvg } from './qr.ts';
export { renderPng } from './render-png.ts';
export { sanitiseSvg } from './sanitise-svg.ts';
export { mostMegabytes, squareImage } from './square-image.ts';
export { svgOfPng } from './svg-of-png.ts';
