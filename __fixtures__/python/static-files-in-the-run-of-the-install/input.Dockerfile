FROM python:3.12-slim-bookworm
WORKDIR /srv/depot
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev \
    && pip install --no-cache-dir -r requirements.txt \
    && python manage.py collectstatic --noinput \
    && rm -rf /var/lib/apt/lists/*
CMD ["gunicorn", "depot.wsgi:application", "--bind", "0.0.0.0:8000"]
