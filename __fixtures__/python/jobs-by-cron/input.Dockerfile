FROM python:3.12
RUN apt-get update && apt-get install -y cron && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
COPY crontab /etc/cron.d/jobs
CMD ["cron", "-f"]
