FROM python:3.12 AS builder
ENV VIRTUAL_ENV=/opt/shop
RUN python3 -m venv $VIRTUAL_ENV
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM python:3.12-slim AS runtime
ENV VIRTUAL_ENV=/opt/shop
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY --from=builder /opt/shop /opt/shop
COPY shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
