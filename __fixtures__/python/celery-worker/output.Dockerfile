FROM python:3.12 AS builder
WORKDIR /worker
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM python:3.12-slim AS runtime
WORKDIR /worker
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY tasks.py .
CMD ["celery", "-A", "tasks", "worker", "--loglevel=info"]
