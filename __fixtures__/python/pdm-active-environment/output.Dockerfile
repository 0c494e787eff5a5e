FROM python:3.12-bookworm AS builder
RUN pip install -U pdm
WORKDIR /project
RUN python -m venv /opt/v
ENV VIRTUAL_ENV=/opt/v PATH="/opt/v/bin:$PATH"
COPY pyproject.toml pdm.lock ./
RUN pdm install --check --prod --no-editable

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /project
ENV VIRTUAL_ENV=/opt/v PATH="/opt/v/bin:$PATH"
COPY --from=builder /opt/v /opt/v
COPY tides.py ./
USER 10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
