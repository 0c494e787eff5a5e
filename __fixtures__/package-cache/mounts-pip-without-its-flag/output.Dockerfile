FROM python:3.12-slim AS assets
RUN mkdir /site

FROM python:3.12-slim-bookworm
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY requirements.txt ./
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
COPY --from=assets /site ./site
COPY serve.py ./
USER 10001
EXPOSE 8000
CMD ["python", "serve.py"]
