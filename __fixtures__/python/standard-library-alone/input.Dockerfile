# The price list, as JSON.
FROM python:3.12-bookworm
ENV PYTHONUNBUFFERED=1
WORKDIR /srv
COPY shop ./shop
EXPOSE 8000
CMD ["python", "-m", "shop"]
