FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends gcc libpq-dev \
    && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir poetry==2.1.3
RUN python -m venv /opt/tides
ENV VIRTUAL_ENV=/opt/tides
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY pyproject.toml poetry.lock ./
RUN poetry install --no-root --without dev
COPY tides.py ./
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
