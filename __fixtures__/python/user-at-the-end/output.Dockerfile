FROM python:3.12-bookworm AS builder
WORKDIR /home/shop
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM python:3.12-slim-bookworm AS runtime
RUN useradd --create-home --uid 1500 shop
WORKDIR /home/shop
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY --chown=shop:shop . .
USER shop
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
