FROM node:20
RUN apt-get update && apt-get install -y python3 python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY . .
RUN pip3 install --break-system-packages -r model/requirements.txt
RUN npm ci && npm run build
EXPOSE 3000
CMD ["node", "dist/server.js"]
