FROM python:3.12-bookworm
WORKDIR /srv/depot
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
RUN chmod +x docker-entrypoint.sh
ENTRYPOINT ["./docker-entrypoint.sh"]
CMD ["gunicorn", "depot.wsgi:application", "--bind", "0.0.0.0:8000"]
