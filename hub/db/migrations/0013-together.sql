-- What was asked for together, and the measuring instrument that a booking is for.
alter table bookings add column batch text collate "C", add column instrument text collate "C",
  add foreign key (complex_id, instrument) references instruments (complex_id, id);
create index bookings_batch on bookings (complex_id, batch, id) where batch is not null;
create index bookings_instrument on bookings (complex_id, instrument, id) where instrument is not null;
