FROM python:3.14-rc
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
