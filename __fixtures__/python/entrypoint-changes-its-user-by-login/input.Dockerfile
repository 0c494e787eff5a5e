FROM python:3.12
RUN useradd --create-home shop
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .
ENTRYPOINT ["./start.sh"]
