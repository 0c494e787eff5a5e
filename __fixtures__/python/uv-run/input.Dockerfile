FROM ghcr.io/astral-sh/uv:python3.12-bookworm
WORKDIR /app
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen
COPY . .
RUN uv run manage.py
CMD ["uv", "run", "gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
