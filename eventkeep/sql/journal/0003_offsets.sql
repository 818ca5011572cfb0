-- Where in its partition a watermark stood: all before it is kept. A restored journal reads on from there.
alter table watermarks add column kafka_offset bigint not null default -1;
