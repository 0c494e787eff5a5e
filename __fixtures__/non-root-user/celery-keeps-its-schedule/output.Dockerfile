FROM python:3.12-slim-bookworm
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY tasks.py .
RUN chown app:app /app
USER 10001
CMD ["celery", "-A", "tasks", "beat", "--loglevel=info"]
