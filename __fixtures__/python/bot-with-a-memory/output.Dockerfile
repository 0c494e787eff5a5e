FROM python:3.11-bookworm AS builder
WORKDIR /srv
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir wheel
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt

FROM python:3.11-slim-bookworm AS runtime
WORKDIR /srv
COPY --from=builder /opt/venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY bot.py ./
CMD ["python", "bot.py"]
