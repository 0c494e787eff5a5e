FROM python:3.12-bookworm AS builder
WORKDIR /app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
ADD requirements.txt .
RUN python -m pip install --no-cache-dir -r requirements.txt

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
ADD templates templates
ADD shop.py prices.json ./
ENV FLASK_APP=shop.py
USER 10001
CMD ["flask", "run", "--host=0.0.0.0", "--port=8000"]
