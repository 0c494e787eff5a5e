FROM python:3.11-slim AS builder

# The program that installs
COPY --from=ghcr.io/astral-sh/uv:latest /uv /usr/local/bin/uv

WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --locked --no-install-project

FROM python:3.11-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/.venv ./.venv

COPY tides.py ./
USER 10001
CMD ["/app/.venv/bin/gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
