FROM python:3.12-bookworm
RUN pip install poetry==2.1.3
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN poetry install --only main --no-root
COPY . .
CMD ["poetry", "run", "gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
