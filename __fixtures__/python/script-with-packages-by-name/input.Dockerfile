FROM python:3.10
RUN pip install requests==2.32.3 schedule==1.2.2
COPY bot.py /bot/
WORKDIR /bot
ENTRYPOINT ["python", "-u", "bot.py"]
