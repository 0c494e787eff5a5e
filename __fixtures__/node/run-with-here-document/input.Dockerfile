# syntax=docker/dockerfile:1
FROM node:20
WORKDIR /app
COPY . .
RUN <<EOF
set -e
npm ci
npm run build
EOF
EXPOSE 3000
CMD ["node", "dist/index.js"]
