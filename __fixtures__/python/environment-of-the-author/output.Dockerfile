FROM python:3.12-bookworm AS builder
ENV VIRTUAL_ENV=/opt/shop
RUN python3 -m venv $VIRTUAL_ENV
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
ENV VIRTUAL_ENV=/opt/shop
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY --from=builder /opt/shop /opt/shop
COPY shop.py .
USER 10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
