FROM node:20-bookworm-slim
RUN apt-get update && apt-get install -y python3 python3-venv && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY requirements.txt ./
RUN python3 -m venv /opt/tides && /opt/tides/bin/pip install -r requirements.txt
ENV PATH=/opt/tides/bin:$PATH
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
