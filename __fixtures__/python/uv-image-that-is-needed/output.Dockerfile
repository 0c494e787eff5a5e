FROM ghcr.io/astral-sh/uv:python3.12-bookworm
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY requirements.txt .
RUN uv pip install --system -r requirements.txt
COPY tides.py .
USER 10001
CMD ["python", "tides.py"]
