FROM python:3.12-slim-bookworm AS builder
RUN pip install pdm==2.15.4
WORKDIR /app
COPY pyproject.toml pdm.lock ./
RUN pdm sync --prod --no-self

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/.venv ./.venv
ENV PATH="/app/.venv/bin:$PATH"
COPY . .
USER 10001
CMD gunicorn --bind 0.0.0.0:8000 tides:app
