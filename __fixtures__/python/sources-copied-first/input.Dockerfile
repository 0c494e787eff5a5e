FROM python:3.12-bookworm
COPY . /app
WORKDIR /app
RUN python -m venv /app/env && /app/env/bin/pip install -r requirements.txt
CMD ["/app/env/bin/gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
