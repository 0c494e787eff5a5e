FROM node:20
RUN apt-get update && apt-get install -y python3-pip
RUN pip install --break-system-packages honcho
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
EXPOSE 3000
CMD ["honcho", "start"]
