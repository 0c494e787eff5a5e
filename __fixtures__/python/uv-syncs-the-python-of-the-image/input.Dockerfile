FROM python:3.12-bookworm
COPY --from=ghcr.io/astral-sh/uv:0.5.11 /uv /bin/uv
ENV UV_PROJECT_ENVIRONMENT=/usr/local UV_COMPILE_BYTECODE=1
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --inexact
COPY tides.py ./
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
