-- Whether who asks for free days has them at once, without waiting for the owner's answer.
alter table listing add column instant boolean not null default false;
