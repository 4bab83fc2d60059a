create table account (
  id text primary key,
  person text not null unique references actor,
  password_hash text,
  webauthn_handle bytea not null unique,
  locale text,
  time_zone text,
  theme text,
  created_at timestamptz not null,
  deleted_at timestamptz
);

create table email_address (
  id text primary key,
  account text not null references account on delete cascade,
  -- lower case, as typed otherwise
  address text not null,
  verified_at timestamptz,
  is_primary boolean not null default false,
  created_at timestamptz not null
);
create unique index email_verified_once on email_address (address) where verified_at is not null;
create unique index email_once_per_account on email_address (account, address);
create unique index email_one_primary on email_address (account) where is_primary;

create table passkey (
  id text primary key,
  account text not null references account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports jsonb not null default '[]',
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);

create table session (
  id text primary key,
  token_hash bytea not null unique,
  account text not null references account on delete cascade,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account);

-- Links sent by mail and challenges of passkeys. Only a hash of the secret is kept; each works once.
create table account_token (
  id text primary key,
  purpose text not null check (purpose in ('sign-in', 'verify-email', 'reset-password', 'sign-up', 'passkey')),
  token_hash bytea not null unique,
  account text references account on delete cascade,
  address text,
  data jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_token_account on account_token (account);
