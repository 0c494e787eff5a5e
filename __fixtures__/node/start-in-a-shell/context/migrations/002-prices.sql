ALTER TABLE items ADD COLUMN price INTEGER;
UPDATE items SET price = 0;
