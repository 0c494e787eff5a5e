FROM python:3.11 AS builder
RUN pip install pipenv
WORKDIR /app
RUN python -m venv /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
COPY Pipfile Pipfile.lock ./
RUN pipenv install --deploy

FROM python:3.11-slim AS runtime
WORKDIR /app
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY tides.py ./
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
