FROM python:3.12-slim-bookworm
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY tasks.py .
CMD ["celery", "-A", "tasks", "beat", "--loglevel=info"]
