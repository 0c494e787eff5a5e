FROM python:3.9-bullseye
WORKDIR /app
COPY office.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY tides.py .
CMD ["python", "tides.py"]
