-- What was seen when a credential was last verified here: content-addressed copies, and the answer then.
create table snapshot_body (
  -- of the bytes as they came
  sha256 text primary key,
  body bytea not null
);
create table verification (
  id text primary key,
  -- those that were sent together, in their order
  batch text,
  place integer not null,
  -- SHA-256 of the credential's text, and of what was brought: an address, or the same text
  document_sha256 text not null,
  source_sha256 text not null,
  -- without regard to a recipient somebody asked about
  verdict text not null,
  -- json and not jsonb: texts of others may hold \u0000. [{ url, status, contentType, digest, fetchedAt }]
  snapshot json not null,
  bodies text[] not null,
  checked_at timestamptz not null,
  -- then the columns below are emptied
  expires_at timestamptz not null,
  -- { name, text, carrier }
  brought json,
  -- the whole report but for the bodies of its snapshot
  report json,
  image bytea
);
create index verification_document on verification (document_sha256, checked_at desc);
create index verification_source on verification (source_sha256, checked_at desc);
create index verification_batch on verification (batch, place) where batch is not null;
create index verification_expires on verification (expires_at) where report is not null;
create index verification_bodies on verification using gin (bodies);
