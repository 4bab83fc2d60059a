create table achievement (
  id text primary key,
  -- the first version's id; versions of one achievement share it
  series text not null,
  version integer not null default 1,
  issuer text not null references actor,
  state text not null check (state in ('draft', 'published', 'archived')),
  name text not null,
  description text not null default '',
  -- [{ "text": "…" }]
  criteria jsonb not null default '[]',
  criteria_narrative text not null default '',
  achievement_type text not null default 'Badge',
  tags text[] not null default '{}',
  -- [{ targetName, targetUrl, targetDescription?, targetFramework?, targetCode?, targetType? }]
  alignments jsonb not null default '[]',
  -- what the issuer wants to see; "" for nothing
  evidence_wanted text not null default '',
  evidence_required boolean not null default false,
  valid_months integer check (valid_months > 0),
  lang text not null default 'en',
  -- exactly one of the two when published
  design jsonb,
  image_file text references file,
  image_alt text not null default '',
  revision integer not null default 1,
  demo boolean not null default false,
  created_by text references actor,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  published_at timestamptz,
  archived_at timestamptz,
  -- set by the first award; from then on only a new version changes what people earned
  locked_at timestamptz,
  search tsvector,
  unique (series, version)
);
-- array_to_string is not immutable, so a trigger and not a generated column
create function achievement_search() returns trigger language plpgsql as $$
begin
  new.search := setweight(to_tsvector('simple', new.name), 'A')
    || setweight(to_tsvector('simple', array_to_string(new.tags, ' ')), 'B')
    || setweight(to_tsvector('simple', new.description), 'C');
  return new;
end $$;
create trigger achievement_search before insert or update of name, description, tags on achievement
  for each row execute function achievement_search();
create index achievement_search on achievement using gin (search);
create index achievement_issuer on achievement (issuer, state);
create index achievement_newest on achievement (published_at desc, id) where state = 'published';
create index achievement_tags on achievement using gin (tags) where state = 'published';
create index achievement_by_name on achievement (lower(name), id) where state = 'published';
create index achievement_by_type on achievement (achievement_type, published_at desc) where state = 'published';
create index achievement_by_lang on achievement (lang, published_at desc) where state = 'published';
-- issuers whose badges are not listed, or not for everybody: few
create index actor_unlisted on actor (id)
  where kind <> 'person' and (ended_at is not null or visibility <> 'public');
