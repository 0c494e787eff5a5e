FROM node:20 AS pages
WORKDIR /pages
COPY pages/ ./
RUN node render.js

FROM python:3.12-slim-bookworm
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /srv
COPY requirements.txt ./
RUN python -m pip install --no-cache-dir --upgrade pip \
    && pip install --no-cache-dir -r requirements.txt
COPY --from=pages /pages/out ./out
COPY serve.py ./
USER 10001
CMD ["python", "serve.py"]
