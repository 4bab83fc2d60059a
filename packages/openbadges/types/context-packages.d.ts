declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, Record<string, unknown>>;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: Map<string, Record<string, unknown>>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const dataIntegrity: { contexts: Map<string, Record<string, unknown>> };
  export default dataIntegrity;
}
declare module 'ed25519-signature-2020-context' {
  const ed25519Signature2020: { contexts: Map<string, Record<string, unknown>> };
  export default ed25519Signature2020;
}
declare module 'did-context' {
  const did: { contexts: Map<string, Record<string, unknown>> };
  export default did;
}
