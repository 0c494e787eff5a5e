FROM python:3.12-bookworm
WORKDIR /worker
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY tasks.py .
CMD ["celery", "-A", "tasks", "worker", "--loglevel=info"]
