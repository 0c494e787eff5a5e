FROM python:3.12-bookworm AS builder
WORKDIR /srv/tides
COPY requirements.txt .
RUN python -m venv venv
RUN venv/bin/pip install -r requirements.txt

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv/tides
COPY --from=builder /srv/tides/venv ./venv
COPY tides tides
COPY boot.sh ./
RUN chmod +x boot.sh
USER 10001
EXPOSE 8000
ENTRYPOINT ["./boot.sh"]
