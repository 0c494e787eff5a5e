FROM python:3.12-slim-bookworm
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY shop ./shop
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:create_app()"]
