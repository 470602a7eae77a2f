/** The outbox, who wants to be written to, and whom mail does not reach. */
export const MESSAGES = /* sql */ `
create table message (
  tenant_id uuid not null constraint message_tenant_fk references tenant (id),
  id uuid not null,
  event_id uuid not null,
  kind text not null constraint message_kind_form check (kind ~ '^[a-z][A-Za-z]{1,60}$'),
  recipient_id uuid not null,
  state text not null constraint message_state_known check (state in ('waiting', 'sent', 'kept', 'parked', 'dropped', 'bounced')),
  reason text,
  reply text constraint message_reply_form check (reply ~ '^[0-9. ]{1,20}$'),
  tries smallint not null default 0,
  created_at timestamptz not null,
  claimed_until timestamptz,
  settled_at timestamptz,
  constraint message_pk primary key (tenant_id, id),
  -- Nobody hears of one event twice, whichever messages follow from it.
  constraint message_once unique (tenant_id, event_id, recipient_id)
);
comment on column message.recipient_id is 'A member of staff, an invitation, a contribution: its kind says which';
comment on column message.reply is 'What the mail server answered, as numbers: its words quote addresses';
create unique index message_id on message (id);
create index message_list on message (tenant_id, created_at desc, id desc);
create index message_waiting on message (created_at, id) where state = 'waiting';
create index message_parked on message (settled_at) where state = 'parked';
create index message_sent on message (tenant_id, settled_at) where state in ('sent', 'bounced');

create table message_template (
  tenant_id uuid not null constraint message_template_tenant_fk references tenant (id),
  kind text not null,
  language text not null constraint message_template_language_known check (language in ('de', 'en', 'hsb')),
  version integer not null,
  subject text not null,
  body text not null,
  changed_at timestamptz not null,
  changed_by uuid,
  constraint message_template_pk primary key (tenant_id, kind, language)
);

create table contribution_notice (
  tenant_id uuid not null,
  contribution_id uuid not null,
  confirmed_at timestamptz,
  stopped_at timestamptz,
  constraint contribution_notice_pk primary key (tenant_id, contribution_id),
  constraint contribution_notice_contribution_fk foreign key (tenant_id, contribution_id)
    references contribution (tenant_id, id) on delete cascade
);

-- Keyed hashes: who does not have the address cannot tell whose they are.
create table mail_suppression (
  tenant_id uuid not null constraint mail_suppression_tenant_fk references tenant (id),
  address_hash bytea not null,
  reason text not null constraint mail_suppression_reason_known check (reason in ('bounced', 'refused')),
  since timestamptz not null,
  constraint mail_suppression_pk primary key (tenant_id, address_hash)
);
create table mail_to_unconfirmed (
  tenant_id uuid not null constraint mail_to_unconfirmed_tenant_fk references tenant (id),
  address_hash bytea not null,
  -- The message: tried again it counts once.
  id uuid not null,
  at timestamptz not null,
  constraint mail_to_unconfirmed_pk primary key (tenant_id, address_hash, id)
);
create index mail_to_unconfirmed_at on mail_to_unconfirmed (at);

do $$
declare t text;
begin
  foreach t in array array['message', 'message_template', 'contribution_notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to {staff} using (tenant_id = (select app_tenant())) with check (tenant_id = (select app_tenant()))', t || '_staff', t);
  end loop;
  foreach t in array array['mail_suppression', 'mail_to_unconfirmed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to {identity} using (true) with check (true)', t || '_identity', t);
  end loop;
end $$;
create policy message_system on message to {system} using (true) with check (true);

grant select on message to {staff};
grant update (state, reason, reply, tries, claimed_until, settled_at) on message to {staff};
grant select, insert, delete on message to {system};
grant update (state, reason, reply, tries, claimed_until, settled_at) on message to {system};
grant select, insert, update, delete on message_template to {staff};
grant select, insert, update on contribution_notice to {staff};
grant select, insert, delete on mail_suppression, mail_to_unconfirmed to {identity};

/*
 * Which of these contributions have an author who can be written to, and whether they confirmed their address and
 * still want to hear. The worker learns nothing else of them.
 */
create function authors_to_write(the_tenants uuid[], the_contributions uuid[])
  returns table (contribution_id uuid, confirmed boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.contribution_id, coalesce(n.confirmed_at is not null and n.stopped_at is null, false)
    from unnest(the_tenants, the_contributions) as w (tenant_id, id)
    join contribution_person s on s.tenant_id = w.tenant_id and s.contribution_id = w.id and s.email_sealed is not null
    left join contribution_notice n on n.tenant_id = s.tenant_id and n.contribution_id = s.contribution_id
$$;

/* The sealed address of an author, only while a message to them lies in the outbox. */
create function author_to_write(the_tenant uuid, the_contribution uuid) returns bytea
language sql stable security definer set search_path = public, pg_temp as $$
  select s.email_sealed from contribution_person s
   where s.tenant_id = the_tenant and s.contribution_id = the_contribution and the_tenant = app_tenant()
     and exists (select from message m where m.tenant_id = the_tenant and m.recipient_id = the_contribution
                    and m.state in ('waiting', 'kept', 'parked', 'sent', 'bounced'))
$$;
revoke all on function authors_to_write(uuid[], uuid[]), author_to_write(uuid, uuid) from public;
grant execute on function authors_to_write(uuid[], uuid[]) to {system};
grant execute on function author_to_write(uuid, uuid) to {staff};

-- Nobody is written to about what happened before there were messages.
insert into event_cursor (consumer, xid, event_id)
  values ('messages', pg_current_xact_id(), 'ffffffff-ffff-ffff-ffff-ffffffffffff');
`

export const WITHOUT_MESSAGES = /* sql */ `
delete from event_cursor where consumer = 'messages';
drop function author_to_write(uuid, uuid);
drop function authors_to_write(uuid[], uuid[]);
drop table mail_to_unconfirmed;
drop table mail_suppression;
drop table contribution_notice;
drop table message_template;
drop table message;
`
