FROM python:3.12-bookworm
WORKDIR /app
COPY . .
RUN python setup.py develop
CMD ["python", "shop.py"]
