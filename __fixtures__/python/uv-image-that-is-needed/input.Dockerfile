FROM ghcr.io/astral-sh/uv:python3.12-bookworm
WORKDIR /app
COPY requirements.txt .
RUN uv pip install --system -r requirements.txt
COPY tides.py .
CMD ["python", "tides.py"]
