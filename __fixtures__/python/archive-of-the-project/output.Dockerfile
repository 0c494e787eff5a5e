FROM python:3.12-bookworm AS builder
WORKDIR /src
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
RUN pip install setuptools wheel
COPY setup.py ./
COPY tides ./tides
RUN python setup.py bdist_wheel && pip install dist/*.whl

FROM python:3.12-slim-bookworm AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /src
ENV PATH="/opt/venv/bin:$PATH"
COPY --from=builder /opt/venv /opt/venv
COPY tides ./tides
WORKDIR /srv
COPY serve.py ./
USER 10001
CMD ["python", "serve.py"]
