FROM python:3.12-alpine3.20
RUN apk add --no-cache build-base libpq-dev
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY orders.py .
CMD ["python", "orders.py"]
