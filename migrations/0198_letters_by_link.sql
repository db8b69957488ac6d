-- A letter shown to the young person by a link before it goes, and what they say to it (K2). Decision 0043; docs/rules/referrals.md

-- A link to one referral opens that alone: the letter as the other agency will see it, and no class of the record.
alter table secure_link add column referral_id uuid;
alter table secure_link add foreign key (partnership_id, referral_id) references referral (partnership_id, id);
create index secure_link_referral on secure_link (partnership_id, referral_id) where referral_id is not null;
alter table secure_link drop constraint secure_link_class_check;
alter table secure_link add constraint secure_link_class_check check (class in (64, 128, 256, 512, 1024, 65536)) not valid;
alter table secure_link validate constraint secure_link_class_check;
alter table secure_link drop constraint secure_link_kind_check;
alter table secure_link add constraint secure_link_kind_check check (kind in ('plan', 'letter')) not valid;
alter table secure_link validate constraint secure_link_kind_check;
alter table secure_link drop constraint secure_link_classes_check;
alter table secure_link add constraint secure_link_classes_check
  check (case when referral_id is null then classes & 1 = 1 and classes & (512 | 4096 | 8192 | 16384 | 65536 | 131072) = 0 else classes = 0 end) not valid;
alter table secure_link validate constraint secure_link_classes_check;
alter table secure_link add constraint secure_link_of_check check ((kind = 'plan') = (referral_id is null)) not valid;
alter table secure_link validate constraint secure_link_of_check;

-- What the young person says to the letter as it was shown: never changed. Said by their link, or told to whoever writes it down.
create table referral_say (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (128, 256, 512, 1024, 65536)),
  referral_id uuid not null,
  link_id uuid,
  said_on date not null,
  say text not null check (say in ('right', 'wrong', 'objects')),
  -- Which part is wrong.
  part text check (part ~ '^[a-z][a-z-]{1,39}$'),
  words text not null default '' check (length(words) <= 2000),
  -- A digest of the letter they were shown: said of another it says nothing.
  stamp text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, referral_id) references referral (partnership_id, id)
);
create index referral_say_referral on referral_say (partnership_id, referral_id, recorded_at);
create index referral_say_person on referral_say (partnership_id, person_id);
-- A link is answered once.
create unique index referral_say_link on referral_say (partnership_id, link_id) where link_id is not null;

call guard_personal_table('referral_say', 'class');

-- The letter a link that is open now shows: by the link, which has no other right.
create function linked_referral() returns text language sql immutable as $body$
  select $policy$(select l.referral_id from secure_link l
    where l.partnership_id = (select app_partnership()) and l.id = any((select app_holders())::uuid[]) and l.referral_id is not null
      and l.ended_at is null and l.session_until > (select app_at()) limit 1)$policy$
$body$;

do $body$
declare
  added text;
begin
  -- A link that is open sees itself: that is how row security knows what it opens.
  create policy own on secure_link for select to connexions_app using (partnership_id = (select app_partnership())
    and id = any((select app_holders())::uuid[]) and referral_id is not null and ended_at is null and session_until > (select app_at()));
  -- As of referrals: what one referral opened of the record shows no other, nor who was sent a link to one.
  drop policy seen on secure_link;
  execute format('create policy seen on secure_link for select to connexions_app using (%s)',
    replace(seen_policy('secure_link'::regclass, 'class', 'person_id'), 'and g.started_at',
      'and (g.source <> ''referral'' or secure_link.referral_id is null) and g.started_at'));
  drop policy seen on referral_say;
  execute format('create policy seen on referral_say for select to connexions_app using (%s)',
    replace(seen_policy('referral_say'::regclass, 'class', 'person_id'), 'and g.started_at', 'and g.source <> ''referral'' and g.started_at'));

  execute format('create policy by_link on referral for select to connexions_app using (%s and state <> ''withdrawn'' and id = %s)',
    unbarred_policy('referral', 'person_id'), linked_referral());
  execute format('create policy by_link on referral_part for select to connexions_app using (%s and referral_id = %s and exists (
    select 1 from referral r where r.partnership_id = referral_part.partnership_id and r.id = referral_part.referral_id and r.over_on is null offset 0))',
    unbarred_policy('referral_part', 'person_id'), linked_referral());

  -- What was said before it went is the sender's side's, and theirs who said it (K2).
  execute format('create policy on_side on referral_say for select to connexions_app using (%s and (link_id = any((select app_holders())::uuid[]) or exists (
    select 1 from referral r where r.partnership_id = referral_say.partnership_id and r.id = referral_say.referral_id and %s offset 0)))',
    unbarred_policy('referral_say', 'person_id'), referral_senders('r'));
  create policy of_sender on referral_say as restrictive for select to connexions_app using (link_id = any((select app_holders())::uuid[]) or exists (
    select 1 from referral r where r.partnership_id = referral_say.partnership_id and r.id = referral_say.referral_id
      and (r.sent_for = any((select app_holders())::uuid[]) or r.from_id = any((select app_holders())::uuid[])) offset 0));

  foreach added in array array['referral_say'] loop
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', added);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', added);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', added);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
      added || '_follows', added, 'id');
  end loop;
end $body$;
