create table accounts (id serial primary key);
