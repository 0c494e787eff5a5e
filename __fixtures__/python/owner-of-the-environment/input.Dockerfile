FROM python:3.12-bookworm
RUN useradd --create-home shop
USER shop
WORKDIR /home/shop
RUN python -m venv .venv
ENV PATH=/home/shop/.venv/bin:$PATH
COPY --chown=shop requirements.txt .
RUN pip install -r requirements.txt
COPY --chown=shop shop.py .
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
