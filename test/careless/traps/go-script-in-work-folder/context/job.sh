cat conf/shop.json
