FROM python:3.12
COPY --from=ghcr.io/astral-sh/uv:0.5.11 /uv /bin/uv
WORKDIR /app
COPY . .
RUN uv sync --frozen --no-dev
CMD ["uv", "run", "gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
