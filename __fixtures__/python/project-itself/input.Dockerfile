FROM python:3.12
WORKDIR /src
COPY pyproject.toml ./
COPY depot depot
RUN pip install .
CMD ["depot-server"]
