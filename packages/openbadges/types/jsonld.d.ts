declare module 'jsonld' {
  interface RemoteDocument {
    contextUrl: null;
    documentUrl: string;
    document: Record<string, unknown>;
    /** `static`: never changes, so that its processed form may be kept. */
    tag?: 'static';
  }
  export interface JsonLdOptions {
    base: null;
    safe: true;
    rdfDirection?: 'i18n-datatype';
    skipExpansion?: boolean;
    documentLoader: (url: string) => Promise<RemoteDocument>;
    contextResolver: object;
  }
  const jsonld: {
    canonize(document: object, options: object): Promise<string>;
    expand(document: object, options: JsonLdOptions): Promise<object[]>;
    compact(expanded: object[], context: unknown, options: JsonLdOptions): Promise<Record<string, unknown>>;
    toRDF(document: object, options: JsonLdOptions): Promise<object[]>;
  };
  export default jsonld;
}
declare module 'rdf-canonize' {
  const canonize: {
    canonize(
      dataset: object[] | string,
      options: {
        algorithm: 'RDFC-1.0';
        inputFormat?: 'application/n-quads';
        format: 'application/n-quads';
        messageDigestAlgorithm?: 'sha256' | 'sha384';
        maxWorkFactor?: number;
        signal?: AbortSignal;
      },
    ): Promise<string>;
    NQuads: { parse(text: string): object[] };
  };
  export default canonize;
}
declare module 'jsonld/lib/ContextResolver.js' {
  class ContextResolver {
    constructor(options: { sharedCache: { get(key: string): unknown; set(key: string, value: unknown): void } });
  }
  export default ContextResolver;
}
