-- What a lender asks is more than an amount a day: JSON, see `prices/terms.rs`. What is free has '{}'.
alter table listing add column prices text not null default '{}';
update listing set prices = '{"day":' || price_minor || '}' where price_minor > 0 and kind = 'rent';
update listing set prices = '{"basis":{"fixed":{"minor":' || price_minor || '}}}' where price_minor > 0 and kind = 'service';
alter table listing drop column price_minor;

-- What a booking costs and why, as both saw it when they agreed: JSON, see `prices/model.rs`. Null where nothing was asked.
alter table booking add column quote text;
-- What the borrower chose beside the days: JSON, likewise.
alter table booking add column extras text not null default '{}';
