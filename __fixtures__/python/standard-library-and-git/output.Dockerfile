FROM python:3.12-bookworm
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv
COPY mirror.py .
RUN mkdir -p /data/mirror && chown app:app /data/mirror
USER 10001
CMD ["python", "mirror.py"]
