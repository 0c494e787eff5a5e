FROM python:3.12-bookworm
WORKDIR /app
COPY . .
RUN pip install -e .
CMD ["python", "-m", "depot"]
