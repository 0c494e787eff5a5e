FROM python:3.10 AS builder
RUN python -m venv /opt/venv && /opt/venv/bin/pip install --no-cache-dir wheel
ENV PATH="/opt/venv/bin:$PATH"
RUN pip install requests==2.32.3 schedule==1.2.2

FROM python:3.10-slim AS runtime
RUN groupadd --system --gid 10001 app && useradd --system --uid 10001 --gid app app
COPY --from=builder /opt/venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY bot.py /bot/
WORKDIR /bot
USER 10001
ENTRYPOINT ["python", "-u", "bot.py"]
