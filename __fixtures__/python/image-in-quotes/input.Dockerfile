FROM "python:3.12-bookworm"

WORKDIR /app

# The packages change less often than the sources
COPY requirements.txt .
RUN pip install -r requirements.txt

COPY . .

EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
