FROM python:3.12-bookworm
WORKDIR /app
COPY requirements/ requirements/
RUN pip install -r requirements/production.txt
COPY shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
