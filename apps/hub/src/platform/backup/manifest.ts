import { z } from 'zod';

export const Manifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  postgres: z.string(),
  /** Of the schema in this backup, in order. */
  migrations: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
  /** In an order in which every row finds the rows it refers to. */
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  files: z.number().int(),
});

export type Manifest = z.infer<typeof Manifest>;
export type BackupTable = Manifest['tables'][number];

/** A job that waits, in the words of `graphile_worker.add_job`. */
export const WaitingJob = z.strictObject({
  task: z.string(),
  payload: z.unknown(),
  queue: z.string().nullable(),
  runAt: z.iso.datetime({ offset: true }),
  maxAttempts: z.number().int(),
  key: z.string().nullable(),
  priority: z.number().int(),
});

export type WaitingJob = z.infer<typeof WaitingJob>;

// The entries of the archive, in this order.
export const manifestName = 'manifest.json';
export const secretName = 'secret.json';
export const jobsName = 'jobs.json';
export const sealName = 'seal';
export const tablePart = (table: string, part: number) => `tables/${table}/${String(part).padStart(6, '0')}.copy`;
export const fileName = (sha256: string) => `files/${sha256}`;
