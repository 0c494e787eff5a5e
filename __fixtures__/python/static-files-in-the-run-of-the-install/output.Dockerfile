FROM python:3.12-slim-bookworm AS builder
WORKDIR /srv/depot
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev \
    && pip install --no-cache-dir -r requirements.txt \
    && python manage.py collectstatic --noinput \
    && rm -rf /var/lib/apt/lists/*

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv/depot
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY . .
RUN python manage.py collectstatic --noinput \
    && rm -rf /var/lib/apt/lists/*
USER 10001
CMD ["gunicorn", "depot.wsgi:application", "--bind", "0.0.0.0:8000"]
