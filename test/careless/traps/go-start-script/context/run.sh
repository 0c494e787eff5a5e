export MODE=calm
exec ./shop
