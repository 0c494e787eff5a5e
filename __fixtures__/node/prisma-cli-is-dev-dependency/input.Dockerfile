FROM node:20
WORKDIR /app
COPY . .
RUN npm ci
RUN npx prisma generate && npm run build
EXPOSE 3000
CMD npx prisma migrate deploy && node dist/index.js
