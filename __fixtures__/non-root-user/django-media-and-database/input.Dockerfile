FROM python:3.12-alpine
WORKDIR /srv/depot
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
CMD python manage.py migrate && gunicorn depot.wsgi --bind 0.0.0.0:8000
