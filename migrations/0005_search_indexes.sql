-- Filters by attribute look up who states one.
create index listing_attribute_key on listing_attribute (attribute_key);

-- Nothing asks for all that is published in order of its day (the search index does that), but planners took it for
-- looking up a page of listings by their ids, through all of them.
drop index listing_new;
