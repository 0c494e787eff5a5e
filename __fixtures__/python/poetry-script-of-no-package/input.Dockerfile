FROM python:3.12
RUN pip install poetry==1.8.3
WORKDIR /app
COPY . .
RUN poetry install --only main --no-root
CMD ["poetry", "run", "tide-server"]
