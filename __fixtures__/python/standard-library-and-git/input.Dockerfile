FROM python:3.12-bookworm
WORKDIR /srv
COPY mirror.py .
CMD ["python", "mirror.py"]
