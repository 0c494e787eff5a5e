FROM python:3.12-bookworm AS builder
RUN pip install -U pdm
ENV PDM_CHECK_UPDATE=false
WORKDIR /project
COPY pyproject.toml pdm.lock ./
RUN pdm install --check --prod --no-editable

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /project
COPY --from=builder /project/.venv ./.venv
ENV PATH="/project/.venv/bin:$PATH"
COPY tides.py ./
USER 10001
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
