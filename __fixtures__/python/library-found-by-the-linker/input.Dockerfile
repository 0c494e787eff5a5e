FROM python:3.12-alpine3.20
RUN apk add --no-cache gcc musl-dev zbar
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY codes.py ./
CMD ["python", "codes.py"]
