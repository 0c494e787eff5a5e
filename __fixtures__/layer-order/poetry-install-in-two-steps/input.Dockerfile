FROM python:3.12-bookworm
RUN pip install poetry==1.8.3
ENV POETRY_VIRTUALENVS_IN_PROJECT=true \
    POETRY_NO_INTERACTION=1
WORKDIR /app
COPY . .
RUN poetry install --only main
ENV PATH="/app/.venv/bin:$PATH"
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides.web:app"]
