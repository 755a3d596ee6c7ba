-- Companies register themselves. What each of its people typed about a company stands beside their membership until the
-- office answers: whoever names a NIB first does not decide what the company is called.

alter table membership
  add column company_name text,
  add column company_address text,
  add constraint membership_company check ((company_name is null) = (company_address is null));
comment on table membership is 'For which client a person may ask; and, where they registered themselves for a company, the name and address they typed.';
