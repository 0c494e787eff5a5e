-- +goose Up
CREATE TABLE orders (id INTEGER);
