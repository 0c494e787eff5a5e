FROM python:3.12
ARG PIP_FLAGS
WORKDIR /app
COPY requirements.txt .
RUN pip install $PIP_FLAGS -r requirements.txt
COPY shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
