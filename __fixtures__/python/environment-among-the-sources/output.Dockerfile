FROM python:3.12-bookworm AS builder
WORKDIR /app
RUN python -m venv env
COPY requirements.txt ./
RUN env/bin/pip install -r requirements.txt
COPY . .

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY . .
COPY --from=builder /app/env ./env
USER 10001
CMD ["/app/env/bin/gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
