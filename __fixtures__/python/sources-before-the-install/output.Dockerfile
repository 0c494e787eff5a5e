FROM python:3 AS builder
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY . /app
RUN pip3 install -r requirements.txt

FROM python:3-slim AS runtime
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY . /app
COPY --from=builder /opt/venv /opt/venv
CMD python3 server.py
