FROM python:3.12
WORKDIR /app
COPY . .
CMD pip install -r requirements.txt && python shop.py
