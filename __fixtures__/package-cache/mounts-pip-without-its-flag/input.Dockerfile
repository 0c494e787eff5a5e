FROM python:3.12-slim AS assets
RUN mkdir /site

FROM python:3.12-slim-bookworm
WORKDIR /app
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY --from=assets /site ./site
COPY serve.py ./
EXPOSE 8000
CMD ["python", "serve.py"]
