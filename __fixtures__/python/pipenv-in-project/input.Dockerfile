FROM python:3.12-bookworm
ENV PIPENV_VENV_IN_PROJECT=1
RUN pip install pipenv
WORKDIR /usr/src
COPY Pipfile Pipfile.lock ./
RUN pipenv sync
COPY tides.py ./
CMD ["./.venv/bin/gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
