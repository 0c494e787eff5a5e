#!/bin/sh
set -e
/go/bin/goose -dir changes sqlite3 /tmp/orders.db up
exec ./orders
