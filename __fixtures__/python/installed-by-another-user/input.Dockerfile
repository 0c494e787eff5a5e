FROM python:3.12
RUN useradd --create-home shop
USER shop
WORKDIR /home/shop
COPY requirements.txt .
RUN pip install -r requirements.txt
ENV PATH=/home/shop/.local/bin:$PATH
COPY . .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
