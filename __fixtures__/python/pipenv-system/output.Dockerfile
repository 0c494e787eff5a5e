FROM python:3.11 AS builder
WORKDIR /app
RUN pip install --upgrade pip pipenv
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir wheel
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
COPY Pipfile Pipfile.lock ./
RUN pipenv install --system --deploy

FROM python:3.11-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY --from=builder /opt/venv /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
COPY . .
USER 10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
