declare module 'jsonld' {
  interface RemoteDocument {
    contextUrl: null;
    documentUrl: string;
    document: Record<string, unknown>;
  }
  interface ToRdfOptions {
    base: null;
    safe: true;
    rdfDirection?: 'i18n-datatype';
    documentLoader: (url: string) => Promise<RemoteDocument>;
  }
  const jsonld: {
    toRDF(document: object, options: ToRdfOptions): Promise<object[]>;
  };
  export default jsonld;
}
declare module 'rdf-canonize' {
  const canonize: {
    canonize(
      dataset: object[],
      options: {
        algorithm: 'RDFC-1.0';
        format: 'application/n-quads';
        messageDigestAlgorithm?: 'sha256' | 'sha384';
        maxWorkFactor?: number;
        signal?: AbortSignal;
      },
    ): Promise<string>;
  };
  export default canonize;
}
