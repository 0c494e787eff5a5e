#!/bin/sh
exec su - shop -c "cd /app && gunicorn shop:app"
