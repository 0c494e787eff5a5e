# The depot's web service
FROM python:3.12-bookworm
# Logs come at once
ENV PYTHONUNBUFFERED=1
WORKDIR /app
# Only when the list changes
COPY requirements.txt .
# Hashes are checked by the lock job
RUN pip install -r requirements.txt
# The sources
COPY . .
# What the balancer asks
EXPOSE 8000
# One worker is enough
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop:app"]
