FROM python:3.11
RUN pip install pipenv
WORKDIR /app
COPY Pipfile Pipfile.lock ./
RUN pipenv install --deploy
COPY tides.py ./
ENTRYPOINT ["pipenv", "run"]
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
