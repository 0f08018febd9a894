-- A change of days that one side of a booking has proposed and the other has not answered yet.
alter table booking add column change_by text;             -- borrower, lender
alter table booking add column change_answer_by bigint;    -- until when the other side can agree
alter table booking add column change_proposed text;       -- JSON: the days, the words
