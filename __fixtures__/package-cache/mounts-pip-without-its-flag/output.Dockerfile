FROM python:3.12-slim AS assets
RUN mkdir /site

FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
COPY --from=assets /site ./site
COPY serve.py ./
EXPOSE 8000
CMD ["python", "serve.py"]
