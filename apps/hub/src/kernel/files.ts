import type { Id } from './ids.ts';
import type { Tx } from './tables.ts';

export interface StoredFile {
  id: Id<'fil'>;
  /** Lower-case hex. */
  sha256: string;
  type: string;
  size: number;
  name: string;
}

/** Bytes on disk by their digest; the row in `file` says what they are. Served with inert headers only. */
export interface Files {
  /** Writes the bytes first, the row in the caller's transaction: a rollback leaves only unreferenced bytes. */
  keep(tx: Tx, file: { bytes: Uint8Array; type: string; name: string; isPublic: boolean }): Promise<StoredFile>;
  read(id: Id<'fil'>): Promise<(StoredFile & { bytes: Buffer; isPublic: boolean }) | undefined>;
  remove(tx: Tx, id: Id<'fil'>): Promise<void>;
}
