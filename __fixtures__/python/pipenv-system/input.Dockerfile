FROM python:3.11
WORKDIR /app
RUN pip install --upgrade pip pipenv
COPY Pipfile Pipfile.lock ./
RUN pipenv install --system --deploy
COPY . .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
