FROM python:3.12-bookworm
ENV VIRTUAL_ENV=/opt/shop
RUN python3 -m venv $VIRTUAL_ENV
ENV PATH="$VIRTUAL_ENV/bin:$PATH"
WORKDIR /app
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
