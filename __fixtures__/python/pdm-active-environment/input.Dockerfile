FROM python:3.12-bookworm
RUN pip install -U pdm
WORKDIR /project
RUN python -m venv /opt/v
ENV VIRTUAL_ENV=/opt/v PATH="/opt/v/bin:$PATH"
COPY pyproject.toml pdm.lock ./
RUN pdm install --check --prod --no-editable
COPY tides.py ./
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
