FROM python:3.12-bookworm
WORKDIR /app
COPY . .
RUN ./install.sh
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
