FROM registry.access.redhat.com/ubi9/python-312-minimal:1
USER 0
WORKDIR /app
RUN microdnf install -y --nodocs file-libs && microdnf clean all
COPY requirements.txt ./
RUN pip install -r requirements.txt
COPY . /app
USER 1001
CMD ["gunicorn", "--bind", "0.0.0.0:8080", "tides:app"]
