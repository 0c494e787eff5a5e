FROM python:3.12-bookworm
WORKDIR /app
RUN python -m venv env
COPY . .
RUN env/bin/pip install -r requirements.txt
CMD ["/app/env/bin/gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
