FROM python:3.12
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
ENV PATH=/app/bin:/usr/local/bin:/usr/bin:/bin
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
