FROM python:3.9-bullseye AS builder
WORKDIR /app
COPY office.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir wheel
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt

FROM python:3.9-slim-bullseye AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY office.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates
COPY --from=builder /opt/venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY tides.py .
USER 10001
CMD ["python", "tides.py"]
