/**
 * The numbers of blank nodes in several walks over one document and parts of it. No object may be in the document at two
 * places: it would be one node.
 */
export interface BlankNumbers {
  /** How many there are. */
  count: number;
  /** Of those that the document names itself. */
  names: Map<string, number>;
  /** By the object or array that a node or list is in. */
  byOwner: Map<object, number[]>;
}
