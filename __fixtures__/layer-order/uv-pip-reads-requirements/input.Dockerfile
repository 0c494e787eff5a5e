FROM python:3.12-slim-bookworm
RUN pip install --no-cache-dir uv
WORKDIR /srv
COPY . .
RUN uv pip install --system --no-cache -r requirements.txt
EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
