FROM python:3.12-bookworm
RUN pip install --no-cache-dir uv==0.5.11
WORKDIR /srv
ENV UV_PROJECT_ENVIRONMENT=/opt/venv
COPY pyproject.toml uv.lock ./
RUN uv sync --frozen --no-dev --no-cache
COPY tides.py ./
ENV PATH="/opt/venv/bin:$PATH"
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
