FROM node:20-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG VITE_API_URL
ENV VITE_API_URL=$VITE_API_URL
RUN npm run build && npm install -g serve
# Cloud Run sets another one.
ENV PORT=8080
EXPOSE $PORT
HEALTHCHECK CMD wget -q --spider http://127.0.0.1:$PORT/
CMD serve -s dist -l tcp://0.0.0.0:${PORT}
