# The depot's web service
FROM python:3.12-bookworm AS builder
# Logs come at once
ENV PYTHONUNBUFFERED=1
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
# Only when the list changes
COPY requirements.txt .
# Hashes are checked by the lock job
RUN pip install -r requirements.txt

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
ENV PYTHONUNBUFFERED=1
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
# The sources
COPY . .
USER 10001
# What the balancer asks
EXPOSE 8000
# One worker is enough
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
