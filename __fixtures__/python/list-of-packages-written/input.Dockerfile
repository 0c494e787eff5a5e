FROM python:3.12-bookworm
WORKDIR /app
COPY . .
RUN pip install -r requirements.txt && pip freeze > installed.txt
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
