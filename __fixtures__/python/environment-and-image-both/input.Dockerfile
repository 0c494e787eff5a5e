FROM python:3.12
RUN pip install gunicorn==22.0.0
RUN python -m venv /opt/shop
WORKDIR /app
COPY requirements.txt .
RUN /opt/shop/bin/pip install -r requirements.txt
COPY . .
CMD ["gunicorn", "--pythonpath", "/opt/shop/lib/python3.12/site-packages", "--bind", "0.0.0.0:8000", "shop:app"]
