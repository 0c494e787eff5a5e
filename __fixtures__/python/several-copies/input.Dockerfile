FROM python:3.12-bookworm
WORKDIR /app
ADD requirements.txt .
RUN python -m pip install --no-cache-dir -r requirements.txt
ADD templates templates
ADD shop.py prices.json ./
ENV FLASK_APP=shop.py
CMD ["flask", "run", "--host=0.0.0.0", "--port=8000"]
