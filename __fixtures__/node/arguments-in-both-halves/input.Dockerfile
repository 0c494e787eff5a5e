ARG NODE_VERSION=20
FROM node:${NODE_VERSION}
ARG GIT_SHA=unknown
ARG TARGET=es2022
ENV GIT_SHA=${GIT_SHA} \
    PORT=3000
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npx tsc --target ${TARGET}
LABEL org.opencontainers.image.revision=${GIT_SHA}
EXPOSE ${PORT}
CMD ["node", "dist/index.js"]
