FROM python:3.12
RUN pip install pdm==2.15.4
WORKDIR /app
COPY pyproject.toml pdm.lock ./
RUN mkdir __pypackages__ && pdm sync --prod --no-editable
COPY tides.py ./
ENV PYTHONPATH=/app/__pypackages__/3.12/lib
CMD ["python", "-m", "gunicorn", "--bind", "0.0.0.0:8000", "tides:app"]
