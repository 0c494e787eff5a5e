FROM python:3.12
RUN pip install pipenv
ENV PIPENV_VENV_IN_PROJECT=1
WORKDIR /app
COPY . .
RUN pipenv sync
CMD ["pipenv", "run", "gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
