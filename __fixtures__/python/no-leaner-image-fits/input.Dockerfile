FROM python:3.12-bookworm
RUN apt-get update && apt-get install -y apache2 apache2-dev build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/tides
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY tides.py .
EXPOSE 8000
CMD ["mod_wsgi-express", "start-server", "tides.py", "--port", "8000", "--user", "www-data"]
