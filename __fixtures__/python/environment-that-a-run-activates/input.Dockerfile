FROM python:3.12-bookworm
WORKDIR /app
COPY . .
RUN python -m venv env && . env/bin/activate && pip install -r requirements.txt
CMD ["/app/env/bin/gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
