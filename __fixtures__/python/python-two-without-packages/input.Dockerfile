FROM python:2.7
WORKDIR /code
ADD index.py /code/
USER nobody
CMD ["python", "index.py"]
