from celery import Celery

app = Celery("tasks", broker="memory://")


@app.task
def add(a, b):
    return a + b
