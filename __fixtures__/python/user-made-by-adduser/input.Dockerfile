FROM python:3.12-trixie
# The slim image of trixie has no adduser
RUN adduser --system --group --home /srv/shop shop
WORKDIR /srv/shop
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER shop
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
