SHOP_PAGES=pages
export SHOP_PAGES
exec "$@"
