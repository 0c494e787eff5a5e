FROM python:3.12-slim AS builder
WORKDIR /app
RUN python -m venv /venv
COPY requirements.txt ./
RUN --mount=type=secret,id=pypi_token \
    /venv/bin/pip install --extra-index-url https://ci:$(cat /run/secrets/pypi_token)@pypi.acme.example/simple -r requirements.txt

FROM python:3.12-slim
WORKDIR /app
COPY --from=builder /venv /venv
COPY app.py ./
USER nobody
CMD ["/venv/bin/python", "app.py"]
