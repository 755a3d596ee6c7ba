-- Who asks is not always an agency: companies have accounts too, anybody may report something, and the office orders its
-- own work. A company stands in the book from the day it registers, and may ask once the office has approved it.

alter table client
  add column kind text not null default 'agency' constraint client_kind check (kind in ('agency', 'company', 'public', 'office')),
  add column nib text constraint client_nib check (nib ~ '^[0-9]{13}$'),
  add column is_approved boolean not null default true;
comment on table client is 'Who asks the office for something: an agency (OPD), a company, the public as one, the office itself as one.';
create unique index client_only_one on client (agency, kind) where kind in ('public', 'office');

create or replace function person_facts(p_agency text, p_person uuid, p_today date) returns jsonb
  language plpgsql stable as $$
declare
  facts jsonb;
begin
  select jsonb_build_object(
    'person', p.person, 'name', p.name, 'email', p.email, 'isAdministrator', p.is_administrator,
    'mandates', coalesce((
      select jsonb_agg(jsonb_build_object('post', m.post, 'capacity', m.capacity, 'duties', t.duties, 'title', t.title) order by t.sort_order, m.mandate)
      from mandate m join post t on t.agency = m.agency and t.post = m.post
      where m.agency = p_agency and m.person = p_person and m.from_on <= p_today and (m.to_on is null or m.to_on >= p_today)), '[]'),
    'clients', coalesce((
      select jsonb_agg(jsonb_build_object('client', b.client, 'name', c.name, 'kind', c.kind) order by b.client)
      from membership b join client c on c.agency = b.agency and c.client = b.client
      where b.agency = p_agency and b.person = p_person and c.is_approved), '[]')
  ) into facts
  from person p where p.agency = p_agency and p.person = p_person and p.state = 'active';
  return facts;
end $$;
