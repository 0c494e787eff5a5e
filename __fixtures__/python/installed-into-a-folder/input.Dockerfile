FROM python:3.12
WORKDIR /app
COPY requirements.txt .
RUN pip install --target /app/lib -r requirements.txt
ENV PYTHONPATH=/app/lib
COPY . .
CMD ["python", "-m", "gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
