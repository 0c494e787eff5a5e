FROM python:3.11 AS builder
WORKDIR /app
RUN pip install --upgrade pip pipenv
RUN python -m venv /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
COPY Pipfile Pipfile.lock ./
RUN pipenv install --system --deploy

FROM python:3.11-slim AS runtime
WORKDIR /app
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY . .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
