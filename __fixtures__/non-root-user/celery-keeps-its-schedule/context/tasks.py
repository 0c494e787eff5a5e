from celery import Celery

app = Celery("tasks", broker="redis://redis:6379/0")
app.conf.beat_schedule = {"sweep": {"task": "tasks.sweep", "schedule": 60.0}}


@app.task
def sweep():
    print("swept")
