-- What was seen when a credential was last verified here: content-addressed copies, and the answer then.
create table snapshot_body (
  sha256 text primary key,
  body text not null
);
create table verification (
  id text primary key,
  -- SHA-256 of the credential's text
  document_sha256 text not null,
  verdict text not null,
  -- the whole report but for the bodies of its snapshot
  report jsonb not null,
  -- [{ url, status, contentType, digest, fetchedAt }]
  snapshot jsonb not null,
  checked_at timestamptz not null,
  expires_at timestamptz
);
create index verification_document on verification (document_sha256, checked_at desc);
