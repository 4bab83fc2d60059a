import type { JsonObject } from '../model/json.ts';
import type { Quads } from './quads.ts';

/** A document, or a part of one. */
export interface Selection {
  document: JsonObject;
  /** The objects that are there in part only, and the object of the whole document each is a part of. */
  sources: ReadonlyMap<JsonObject, JsonObject>;
}

/** A document whose parts can be canonicalised so that they fit together: what selective disclosure is made of. */
export interface Division {
  /** What is to be selected from: the document, or the form of it in which every node has a name. */
  document: JsonObject;
  /** The statements of the whole or of a part. A node without a name has the same number in all of them. */
  quadsOf(selection: Selection): Quads | Promise<Quads>;
  /** Canonical labels by number, of statements with numbers from 0 on. */
  labelsOf(quads: Quads): string[];
}
