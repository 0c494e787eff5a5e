FROM python:3.12-bookworm AS builder
ENV PIPENV_VENV_IN_PROJECT=1
RUN pip install pipenv
WORKDIR /usr/src
COPY Pipfile Pipfile.lock ./
RUN pipenv sync

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /usr/src
COPY --from=builder /usr/src/.venv ./.venv
COPY tides.py ./
USER 10001
CMD ["./.venv/bin/gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
