FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
CMD ["node", "index.js"]
