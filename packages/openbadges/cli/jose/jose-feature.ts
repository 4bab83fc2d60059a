/** What the command line of the suite for VC-JOSE-COSE asks for. */
export const joseFeatures = [
  'credential_jose',
  'credential_sdjwt',
  'credential_cose',
  'presentation_jose',
  'presentation_sdjwt',
  'presentation_cose',
] as const;

export type JoseFeature = (typeof joseFeatures)[number];

/** `vc` or `vp`, and the way it is secured. */
export function featureParts(feature: JoseFeature): { kind: 'vc' | 'vp'; securing: 'jose' | 'sdjwt' | 'cose' } {
  const [document, securing] = feature.split('_');
  return { kind: document === 'credential' ? 'vc' : 'vp', securing: securing as 'jose' };
}
