FROM python:3.12-bookworm
WORKDIR /src
RUN pip install setuptools wheel
COPY setup.py ./
COPY tides ./tides
RUN python setup.py bdist_wheel && pip install dist/*.whl
WORKDIR /srv
COPY serve.py ./
CMD ["python", "serve.py"]
