import answers
from waitress import serve

serve(answers.app, listen="0.0.0.0:8000")
