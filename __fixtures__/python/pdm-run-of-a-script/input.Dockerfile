FROM python:3.12-slim-bookworm
RUN pip install pdm==2.15.4
WORKDIR /app
COPY pyproject.toml pdm.lock ./
RUN pdm sync --prod --no-self
COPY . .
CMD pdm run start
