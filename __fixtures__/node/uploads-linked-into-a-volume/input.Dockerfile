FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
# Uploads outlive the container.
RUN mkdir -p /data/uploads && rm -rf uploads && ln -s /data/uploads uploads
VOLUME /data
EXPOSE 3000
CMD ["node", "dist/server.js"]
