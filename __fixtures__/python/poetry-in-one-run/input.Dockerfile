FROM python:3.12-bookworm
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN pip install --no-cache-dir poetry \
    && poetry config virtualenvs.create false \
    && poetry install --no-root
COPY . .
CMD gunicorn --bind 0.0.0.0:8000 tides:app
