FROM python:3.12-alpine3.20 AS builder
RUN apk add --no-cache gcc musl-dev libffi-dev
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install --no-binary cffi -r requirements.txt

FROM python:3.12-alpine3.20 AS runtime
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY keys.py .
USER 10001
CMD ["python", "keys.py"]
