#!/bin/sh
echo "window.env = { API_URL: '$API_URL' }" > dist/env.js
exec "$@"
