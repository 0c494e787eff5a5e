FROM python:3.12-bookworm
WORKDIR /app
COPY requirements.txt requirements-server.txt ./
RUN pip install -r requirements.txt -r requirements-server.txt
COPY . .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
