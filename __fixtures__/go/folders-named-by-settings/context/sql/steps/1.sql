create table letters (id int);
