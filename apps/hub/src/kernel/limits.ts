/** Token buckets shared by all processes. */
export interface Limits {
  /**
   * Takes one token, or throws `web.too-many-requests` with the seconds to wait.
   * `bucket` may name an address or a person: only a keyed hash of it is stored.
   */
  take(bucket: string, limit: { capacity: number; perMinute: number }): Promise<void>;
}
