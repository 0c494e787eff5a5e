FROM python:3.12-bookworm
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY words.py .
RUN python -m compileall -q words.py
CMD ["python", "words.py"]
