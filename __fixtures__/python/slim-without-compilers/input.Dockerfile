FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY shop.py .
USER nobody
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
