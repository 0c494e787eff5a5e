FROM node:20 AS pages
WORKDIR /pages
COPY pages/ ./
RUN node render.js

FROM python:3.12-slim-bookworm
WORKDIR /srv
COPY requirements.txt ./
RUN python -m pip install --upgrade pip \
    && pip install -r requirements.txt
COPY --from=pages /pages/out ./out
COPY serve.py ./
CMD ["python", "serve.py"]
