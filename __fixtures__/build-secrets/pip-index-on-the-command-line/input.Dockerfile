FROM python:3.12-slim AS builder
WORKDIR /app
RUN python -m venv /venv
ARG PYPI_TOKEN
COPY requirements.txt ./
RUN /venv/bin/pip install --extra-index-url https://ci:${PYPI_TOKEN}@pypi.acme.example/simple -r requirements.txt

FROM python:3.12-slim
WORKDIR /app
COPY --from=builder /venv /venv
COPY app.py ./
USER nobody
CMD ["/venv/bin/python", "app.py"]
