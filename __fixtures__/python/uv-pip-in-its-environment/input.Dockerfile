FROM python:3.12-bookworm
RUN pip install uv
RUN uv venv /opt/venv
ENV VIRTUAL_ENV=/opt/venv PATH="/opt/venv/bin:$PATH"
WORKDIR /app
COPY requirements.txt .
RUN uv pip install --no-cache -r requirements.txt
COPY . .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
