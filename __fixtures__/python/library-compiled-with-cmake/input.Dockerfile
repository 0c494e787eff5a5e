FROM python:3.12-bookworm
RUN apt-get update && apt-get install -y build-essential cmake && rm -rf /var/lib/apt/lists/*
RUN wget -q https://tides.example.com/libtide-1.4.tar.gz && tar xzf libtide-1.4.tar.gz \
    && cd libtide-1.4 && cmake . && make -j4 && make install
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY tides.py .
CMD ["python", "tides.py"]
