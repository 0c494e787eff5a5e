FROM python:3.12-bookworm AS builder
RUN pip install poetry==1.8.3 && poetry config virtualenvs.in-project true
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN poetry install --only main --no-root

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /app/.venv ./.venv
COPY . .
ENV PATH="/app/.venv/bin:$PATH"
USER 10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
