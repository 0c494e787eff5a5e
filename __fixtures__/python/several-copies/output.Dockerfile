FROM python:3.12 AS builder
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
ADD requirements.txt .
RUN python -m pip install --no-cache-dir -r requirements.txt

FROM python:3.12-slim AS runtime
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
ADD templates templates
ADD shop.py prices.json ./
ENV FLASK_APP=shop.py
CMD ["flask", "run", "--host=0.0.0.0", "--port=8000"]
