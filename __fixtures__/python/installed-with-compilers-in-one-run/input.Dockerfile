FROM python:3.12-slim-bookworm
WORKDIR /app
COPY . .
RUN apt-get update \
    && apt-get install -y gcc libmagic1 \
    && pip install --no-cache-dir -r requirements.txt \
    && rm -rf /var/lib/apt/lists/*
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
