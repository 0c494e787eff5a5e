FROM python:3.12-alpine
RUN apk add --no-cache build-base
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-binary greenlet -r requirements.txt
COPY threads.py .
CMD ["python", "threads.py"]
