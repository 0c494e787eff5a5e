FROM python:3.12-bookworm
RUN pip install -U pdm
ENV PDM_CHECK_UPDATE=false
WORKDIR /project
COPY pyproject.toml pdm.lock ./
RUN pdm install --check --prod --no-editable
ENV PATH="/project/.venv/bin:$PATH"
COPY tides.py ./
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
