FROM python:3.12-bookworm
WORKDIR /srv
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt
COPY pages.py ./
CMD ["python", "pages.py"]
