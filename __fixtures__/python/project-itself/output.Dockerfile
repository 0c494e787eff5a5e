FROM python:3.12 AS builder
WORKDIR /src
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY pyproject.toml ./
COPY depot depot
RUN pip install .

FROM python:3.12-slim AS runtime
WORKDIR /src
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY depot depot
CMD ["depot-server"]
