FROM python:3.12 AS builder
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY . .
RUN pip install -r requirements.txt && pip freeze > installed.txt

FROM python:3.12-slim AS runtime
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY . .
COPY --from=builder /opt/venv /opt/venv
RUN pip freeze > installed.txt
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
