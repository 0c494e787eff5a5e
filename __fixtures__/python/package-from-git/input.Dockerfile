FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends git gcc libc6-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
