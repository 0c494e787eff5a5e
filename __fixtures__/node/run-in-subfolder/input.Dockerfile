FROM node:20
WORKDIR /app
COPY . .
RUN cd client && npm ci && npm run build
RUN npm ci --omit=dev
EXPOSE 5000
CMD ["node", "server.js"]
