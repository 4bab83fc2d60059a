-- Why an organization ended here, and who said so.
alter table actor add column ended_reason text not null default '';
alter table actor add column ended_by text references actor;
create index actor_directory on actor (lower(name), id) where kind = 'organization' and ended_at is null;

create table staff_invitation (
  id text primary key,
  organization text not null references actor,
  address text not null,
  roles jsonb not null,
  token_hash bytea not null unique,
  invited_by text not null references actor,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by text references actor,
  withdrawn_at timestamptz
);
create index staff_invitation_organization on staff_invitation (organization);
create unique index staff_invitation_open on staff_invitation (organization, address)
  where accepted_at is null and withdrawn_at is null;

-- Signing keys of an issuer, with their history. Retired ones stay published, so that old credentials stay explainable.
create table issuer_key (
  id text primary key,
  issuer text not null references actor,
  algorithm text not null check (algorithm in ('Ed25519', 'P-256')),
  public_multibase text not null unique,
  -- PKCS#8, sealed by the key store
  private_sealed bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  -- somebody else may hold it: what it signed proves nothing any more
  compromised_at timestamptz check (compromised_at is null or retired_at is not null),
  created_by text references actor,
  retired_by text references actor
);
create index issuer_key_issuer on issuer_key (issuer, created_at);
create unique index issuer_key_current on issuer_key (issuer, algorithm) where retired_at is null;
