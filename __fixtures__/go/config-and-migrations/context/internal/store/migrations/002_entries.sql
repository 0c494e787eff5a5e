create table entries (id serial primary key, account int, cents int);
