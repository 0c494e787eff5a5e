FROM python:3.12-bookworm
WORKDIR /app
COPY requirements.txt constraints.txt ./
RUN pip install -c constraints.txt -r requirements.txt
COPY shop.py ./
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
