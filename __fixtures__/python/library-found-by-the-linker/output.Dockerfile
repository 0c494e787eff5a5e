FROM python:3.12-alpine3.20 AS builder
RUN apk add --no-cache gcc musl-dev zbar
WORKDIR /srv
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt

FROM python:3.12-alpine3.20 AS runtime
RUN apk add --no-cache binutils zbar
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /srv
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY codes.py ./
USER 10001
CMD ["python", "codes.py"]
