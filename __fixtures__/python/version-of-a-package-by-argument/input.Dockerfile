FROM python:3.12-bookworm
ARG FLASK_VERSION
WORKDIR /app
RUN pip install "flask==${FLASK_VERSION:-3.0.3}" gunicorn==22.0.0
COPY shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
