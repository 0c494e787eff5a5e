FROM python:3.12-bookworm
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY tides.py fetch.py ./
RUN python fetch.py
USER 10001
CMD ["python", "tides.py"]
