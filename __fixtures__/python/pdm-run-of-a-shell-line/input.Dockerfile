FROM python:3.12
RUN pip install pdm==2.15.4
ENV PORT=8000
WORKDIR /app
COPY . .
RUN pdm sync --prod
CMD ["pdm", "run", "start"]
