FROM python:3.12-bookworm AS builder
RUN pip install --no-cache-dir uv==0.5.11
WORKDIR /srv
ENV UV_PROJECT_ENVIRONMENT=/opt/venv
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-cache

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv
COPY --from=builder /opt/venv /opt/venv
COPY tides.py ./
ENV PATH="/opt/venv/bin:$PATH"
USER 10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
