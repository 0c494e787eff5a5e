FROM python:3.11 AS builder
WORKDIR /code
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir wheel
ENV PATH="/opt/venv/bin:$PATH"
COPY ./requirements.txt /code/requirements.txt
RUN pip install --no-cache-dir --upgrade -r /code/requirements.txt

FROM python:3.11-slim AS runtime
WORKDIR /code
COPY --from=builder /opt/venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY ./app /code/app
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "80"]
