-- Facts about this instance itself: which version its search index has, whether its demo community is complete.
create table instance (
  name              text    not null primary key,
  value             text    not null
);
