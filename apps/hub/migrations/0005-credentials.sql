-- One file of recipients on its way from preview to sent.
create table award_batch (
  id text primary key,
  achievement text not null references achievement,
  issuer text not null references actor,
  -- of the file
  name text not null,
  state text not null check (state in ('checking', 'preview', 'running', 'paused', 'done', 'stopped')),
  -- [{ header, meaning }]
  columns jsonb not null,
  encoding text not null,
  message text not null default '',
  -- when the letters leave
  send_at timestamptz,
  total integer not null default 0,
  checked integer not null default 0,
  -- why it paused by itself
  halt_reason text,
  created_by text not null references actor,
  created_at timestamptz not null,
  started_by text references actor,
  started_at timestamptz,
  finished_at timestamptz
);
create index award_batch_achievement on award_batch (achievement, created_at desc);
create index award_batch_going on award_batch (issuer, created_at desc) where state in ('checking', 'running', 'paused');

create table award_batch_row (
  batch text not null references award_batch on delete cascade,
  -- where the row begins in the file, as an editor counts
  line integer not null,
  -- the cells as they were read, then as they were mended
  cells jsonb not null,
  -- lower case; null while it is not an address
  email text,
  -- [{ column?, code, suggestion?, limit? }]
  problems jsonb not null default '[]',
  -- the line that has this address already
  duplicate_of integer,
  bad boolean not null generated always as (problems <> '[]' or duplicate_of is not null) stored,
  -- this badge went to this address before
  awarded_before boolean not null default false,
  left_out boolean not null default false,
  award text,
  primary key (batch, line)
-- every row is written again in its place when it is checked, and when it is awarded
) with (fillfactor = 50);
create index award_batch_row_bad on award_batch_row (batch, line) where bad and not left_out and award is null;
create index award_batch_row_open on award_batch_row (batch, line) where award is null and not bad and not left_out;

create table award (
  id text primary key,
  achievement text not null references achievement,
  issuer text not null references actor,
  batch text,
  batch_line integer,
  state text not null check (state in
    ('scheduled', 'sent', 'opened', 'bounced', 'claimed', 'declined', 'expired', 'withdrawn', 'revoked', 'suspended')),
  -- personal data of somebody who has not accepted yet; blanked when the term for unclaimed awards is over
  recipient_name text,
  recipient_email text,
  -- who accepted
  recipient text references actor,
  narrative text not null default '',
  -- [{ url?, name?, description?, narrative? }]
  evidence jsonb not null default '[]',
  -- further columns of the file: { "Hours": "44" }
  fields jsonb not null default '{}',
  activity_start date,
  activity_end date,
  message text not null default '',
  awarded_at timestamptz not null,
  valid_until timestamptz,
  send_at timestamptz not null,
  sent_at timestamptz,
  opened_at timestamptz,
  claimed_at timestamptz,
  declined_at timestamptz,
  state_reason text,
  state_changed_at timestamptz not null,
  claim_token_hash bytea unique,
  -- sealed by the key store, so that the letter can be sent again
  claim_token_sealed bytea,
  claim_expires_at timestamptz,
  claim_code text,
  -- the award that this one took the place of, when the address was wrong
  replaces text references award,
  demo boolean not null default false,
  awarded_by text references actor,
  created_at timestamptz not null,
  unique (batch, batch_line)
);
create index award_achievement on award (achievement, created_at desc, id);
create index award_issuer on award (issuer, created_at desc, id);
create index award_recipient on award (recipient, claimed_at desc) where recipient is not null;
create index award_address on award (recipient_email) where recipient_email is not null;
create index award_due on award (send_at) where state = 'scheduled';
create index award_unclaimed on award (created_at) where recipient is null and recipient_email is not null;

create table claim_code (
  id text primary key,
  achievement text not null references achievement,
  code text not null unique,
  label text not null default '',
  use_limit integer check (use_limit > 0),
  uses integer not null default 0 check (use_limit is null or uses <= use_limit),
  opens_at timestamptz,
  closes_at timestamptz,
  closed_at timestamptz,
  created_by text not null references actor,
  created_at timestamptz not null
);
create index claim_code_achievement on claim_code (achievement, created_at desc);
create index award_claim_code on award (claim_code, created_at desc) where claim_code is not null;
-- one award per person and code, however often the button is pressed
create unique index award_once_per_code on award (claim_code, recipient) where claim_code is not null;

create table status_list (
  id text primary key,
  issuer text not null references actor,
  -- the issuer's id at that time (did:web or did:key): a list is signed by whom its credentials name
  issuer_did text not null,
  purpose text not null check (purpose in ('revocation', 'suspension')),
  -- the revocation list whose places this suspension list shares
  companion text references status_list,
  length integer not null,
  taken integer not null default 0,
  bits bytea not null,
  -- the signed credential as it is served
  document text not null,
  etag text not null,
  signed_at timestamptz not null,
  created_at timestamptz not null
);
create index status_list_issuer on status_list (issuer, issuer_did, purpose, created_at desc);

create table credential (
  id text primary key,
  award text not null unique references award,
  achievement text not null references achievement,
  issuer text not null references actor,
  status_list text not null references status_list,
  status_index integer not null,
  -- the signed document, byte for byte; never rewritten
  document text not null,
  sha256 text not null,
  issued_at timestamptz not null,
  unique (status_list, status_index)
);
create index credential_achievement on credential (achievement);
create function refuse_rewrite() returns trigger language plpgsql as $$
begin
  if new.document is distinct from old.document then raise exception 'a credential is never rewritten'; end if;
  return new;
end $$;
create trigger credential_is_immutable before update on credential for each row execute function refuse_rewrite();
