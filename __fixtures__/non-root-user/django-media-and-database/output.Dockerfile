FROM python:3.12-alpine
RUN addgroup -S -g 10001 app && adduser -S -D -H -u 10001 -G app app
WORKDIR /srv/depot
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN mkdir -p data media && chown app:app data media
USER 10001
CMD python manage.py migrate && gunicorn depot.wsgi --bind 0.0.0.0:8000
