FROM python:3.12
RUN pip install poetry==1.8.3 && poetry config virtualenvs.create false
WORKDIR /app
COPY . .
RUN poetry install --only main --no-root
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
