-- A credential in somebody's backpack, from any issuer and of any version.
create table holding (
  id text primary key,
  holder text not null references actor,
  -- set when this hub issued it
  credential text references credential,
  award text references award,
  -- the credential as text, and the file it came in, both as they were
  document text not null,
  sha256 text not null,
  carrier_file text references file,
  -- how it came: { "version": "3.0", "security": "…", "carrier": "png", "from": "file" | "url" | "paste" | "award" }
  format jsonb not null,
  -- BadgeView of the library, for showing and searching
  view jsonb not null,
  -- OB 3.0 §equality: issuer id and credential id, normalised
  issuer_key text not null,
  credential_key text not null,
  valid_from timestamptz,
  image_file text references file,
  visibility text not null default 'private' check (visibility in ('private', 'link', 'public')),
  link_token text not null unique,
  verdict text,
  verified_at timestamptz,
  accepted_at timestamptz not null,
  -- older version of the same credential
  superseded_by text references holding deferrable initially deferred,
  removed_at timestamptz
);
create unique index holding_once on holding (holder, issuer_key, credential_key) where superseded_by is null and removed_at is null;
create index holding_holder on holding (holder, accepted_at desc);
create unique index holding_credential on holding (credential) where credential is not null and removed_at is null;

create table collection (
  id text primary key,
  holder text not null references actor,
  title text not null,
  text text not null default '',
  visibility text not null default 'private' check (visibility in ('private', 'link', 'public')),
  link_token text not null unique,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index collection_holder on collection (holder);
create table collection_holding (
  collection text not null references collection on delete cascade,
  holding text not null references holding on delete cascade,
  place integer not null,
  primary key (collection, holding)
);

-- A link to one badge or one collection that ends by itself or by the holder's word.
create table share_link (
  id text primary key,
  holder text not null references actor,
  holding text references holding on delete cascade,
  collection text references collection on delete cascade,
  token_hash bytea not null unique,
  label text not null default '',
  views integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  check ((holding is null) <> (collection is null))
);
create index share_link_holder on share_link (holder);
