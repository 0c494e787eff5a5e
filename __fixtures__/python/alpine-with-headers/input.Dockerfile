FROM python:3.12-alpine3.20
RUN apk add --no-cache gcc musl-dev libffi-dev
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-binary cffi -r requirements.txt
COPY keys.py .
CMD ["python", "keys.py"]
