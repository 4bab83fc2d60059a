-- The event log: append-only and hash-chained.
create table event_head (
  "only" boolean primary key default true check ("only"),
  seq bigint not null,
  hash bytea not null
);
insert into event_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'));

create table event (
  seq bigint primary key,
  id text not null unique,
  at timestamptz not null,
  actor text,
  on_behalf_of text,
  verb text not null,
  object text not null,
  data jsonb not null default '{}',
  prev_hash bytea not null,
  hash bytea not null
);
create index event_object on event (object, seq desc);
create index event_actor on event (actor, seq desc) where actor is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name;
end $$;
create trigger event_is_append_only before update or delete or truncate on event
  for each statement execute function refuse_change();

-- People, organizations and the alliance itself.
create table actor (
  id text primary key,
  kind text not null check (kind in ('person', 'organization', 'hub')),
  handle text unique,
  name text not null,
  summary text not null default '',
  logo_file text,
  website text,
  location text,
  links jsonb not null default '[]',
  lang text not null default 'en',
  time_zone text not null default 'UTC',
  visibility text not null default 'public' check (visibility in ('public', 'members', 'hidden')),
  demo boolean not null default false,
  created_at timestamptz not null,
  ended_at timestamptz,
  revision integer not null default 1,
  search tsvector generated always as (
    setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', summary), 'B') ||
    setweight(to_tsvector('simple', coalesce(location, '')), 'C')
  ) stored
);
create index actor_search on actor using gin (search);
create unique index one_hub on actor (kind) where kind = 'hub';

-- Who belongs to whom, from when to when. Rows are ended, never overwritten.
create table tie (
  id text primary key,
  subject text not null references actor,
  object text not null references actor,
  kind text not null check (kind in ('steward', 'staff', 'affiliation')),
  role text,
  state text not null check (state in ('asked', 'active', 'ended', 'refused')),
  started_at timestamptz,
  ended_at timestamptz,
  by text references actor,
  ended_by text references actor,
  reason text,
  created_at timestamptz not null
);
create unique index tie_once on tie (subject, object, kind, coalesce(role, '')) where state in ('asked', 'active');
create index tie_object on tie (object, kind, state);

-- Bytes that people uploaded; the content lies in the data folder under its digest.
create table file (
  id text primary key,
  sha256 text not null,
  type text not null,
  size bigint not null,
  name text not null,
  is_public boolean not null default false,
  created_at timestamptz not null
);
create index file_digest on file (sha256);

-- Letters, whether or not somebody can send them.
create table outbox (
  id text primary key,
  recipient text not null,
  subject text not null,
  text text not null,
  html text not null,
  about text not null,
  lang text not null,
  reply_to text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed', 'withdrawn')),
  attempts integer not null default 0,
  failure text,
  send_at timestamptz not null,
  sent_at timestamptz,
  created_at timestamptz not null
);
create index outbox_about on outbox (about);
create index outbox_newest on outbox (created_at desc);
create index outbox_due on outbox (send_at) where state = 'waiting';

-- Rate limits: tokens left in a bucket, refilled by time.
create unlogged table rate_limit (
  bucket text primary key,
  tokens double precision not null,
  refilled_at timestamptz not null
);

-- Small settings that stewards change on a page.
create table setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null
);
