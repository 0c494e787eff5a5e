# The price list, as JSON.
FROM python:3.12-slim-bookworm
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
ENV PYTHONUNBUFFERED=1
WORKDIR /srv
COPY shop ./shop
USER 10001
EXPOSE 8000
CMD ["python", "-m", "shop"]
