FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
EXPOSE 3000
# The platform sets it.
# msb-migrate: start node dist/index.js
CMD exec $RUN
