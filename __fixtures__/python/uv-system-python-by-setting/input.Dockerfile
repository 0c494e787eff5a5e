FROM python:3.12-bookworm
RUN pip install uv
ENV UV_SYSTEM_PYTHON=1
WORKDIR /app
COPY requirements.txt .
RUN uv pip install -r requirements.txt
COPY tides.py ./
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
