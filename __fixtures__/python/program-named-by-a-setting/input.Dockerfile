FROM python:3.12
RUN apt-get update && apt-get install -y --no-install-recommends supervisor && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY supervisord.conf /etc/supervisor/conf.d/app.conf
COPY *.py ./
CMD ["supervisord", "-n", "-c", "/etc/supervisor/conf.d/app.conf"]
