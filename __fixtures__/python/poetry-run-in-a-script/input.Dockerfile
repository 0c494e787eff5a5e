FROM python:3.12
RUN pip install poetry==2.1.3
ENV POETRY_VIRTUALENVS_IN_PROJECT=true
WORKDIR /app
COPY . .
RUN poetry install --only main --no-root
CMD ["sh", "start.sh"]
