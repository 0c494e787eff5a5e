FROM python:3.12-bookworm
WORKDIR /srv/tides
COPY requirements.txt .
RUN python -m venv venv
RUN venv/bin/pip install -r requirements.txt
COPY tides tides
COPY boot.sh ./
RUN chmod +x boot.sh
EXPOSE 8000
ENTRYPOINT ["./boot.sh"]
