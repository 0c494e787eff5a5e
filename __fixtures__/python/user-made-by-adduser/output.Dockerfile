FROM python:3.12-trixie AS builder
WORKDIR /srv/shop
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt

FROM python:3.12-slim-trixie AS runtime
RUN apt-get update && apt-get install -y --no-install-recommends adduser && rm -rf /var/lib/apt/lists/*
# The slim image of trixie has no adduser
RUN adduser --system --group --home /srv/shop shop
WORKDIR /srv/shop
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY . .
USER shop
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
