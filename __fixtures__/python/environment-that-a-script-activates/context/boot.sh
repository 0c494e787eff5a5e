#!/bin/bash
source venv/bin/activate
exec gunicorn --bind :8000 tides:app
