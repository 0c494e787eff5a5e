FROM python:3.12-alpine3.20 AS builder
RUN apk add --no-cache build-base libpq-dev
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM python:3.12-alpine3.20 AS runtime
RUN apk add --no-cache libstdc++ binutils libpq
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY orders.py .
USER 10001
CMD ["python", "orders.py"]
