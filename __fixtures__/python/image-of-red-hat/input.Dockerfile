FROM registry.access.redhat.com/ubi9/python-312-minimal:1
USER 0
COPY . /app
WORKDIR /app
RUN microdnf install -y --nodocs file-libs
RUN pip install -r requirements.txt
USER 1001
CMD ["gunicorn", "--bind", "0.0.0.0:8080", "tides:app"]
