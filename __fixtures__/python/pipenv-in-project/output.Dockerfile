FROM python:3.12 AS builder
ENV PIPENV_VENV_IN_PROJECT=1
RUN pip install pipenv
WORKDIR /usr/src
COPY Pipfile Pipfile.lock ./
RUN pipenv sync

FROM python:3.12-slim AS runtime
WORKDIR /usr/src
COPY --from=builder /usr/src/.venv ./.venv
COPY tides.py ./
CMD ["./.venv/bin/gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
