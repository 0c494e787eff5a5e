# syntax=docker/dockerfile:1
FROM python:3.12-bookworm
WORKDIR /app
COPY requirements.txt .
RUN <<EOT
set -e
pip install --upgrade pip
pip install -r requirements.txt
EOT
COPY . .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
