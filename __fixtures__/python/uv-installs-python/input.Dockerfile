FROM python:3.12
COPY --from=ghcr.io/astral-sh/uv:0.5.11 /uv /bin/uv
RUN uv python install 3.13
WORKDIR /app
COPY . .
RUN uv sync --frozen --python 3.13
CMD [".venv/bin/gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
