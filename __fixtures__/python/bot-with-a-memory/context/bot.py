import os

from telegram.ext import Application, PicklePersistence

memory = PicklePersistence(filepath="bot.pickle")
Application.builder().token(os.environ["BOT_TOKEN"]).persistence(memory).build().run_polling()
