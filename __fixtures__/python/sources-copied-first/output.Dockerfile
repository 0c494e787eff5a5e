FROM python:3.12-bookworm AS builder
COPY . /app
WORKDIR /app
RUN python -m venv /app/env && /app/env/bin/pip install -r requirements.txt

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
COPY --from=builder /app/env /app/env
COPY . /app
WORKDIR /app
USER 10001
CMD ["/app/env/bin/gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
