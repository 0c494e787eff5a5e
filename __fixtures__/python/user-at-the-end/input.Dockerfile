FROM python:3.12-bookworm
RUN useradd --create-home --uid 1500 shop
WORKDIR /home/shop
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY --chown=shop:shop . .
USER shop
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
