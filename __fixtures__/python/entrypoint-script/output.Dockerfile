FROM python:3.12-bookworm AS builder
WORKDIR /srv/depot
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv/depot
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY . .
RUN chmod +x docker-entrypoint.sh
USER 10001
ENTRYPOINT ["./docker-entrypoint.sh"]
CMD ["gunicorn", "depot.wsgi:application", "--bind", "0.0.0.0:8000"]
