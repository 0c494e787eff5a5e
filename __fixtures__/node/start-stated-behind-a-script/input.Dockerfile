# msb-migrate: start node dist/index.js
FROM node:20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
RUN printf '#!/bin/sh\nexec node "$MAIN"\n' > /usr/local/bin/run.sh && chmod +x /usr/local/bin/run.sh
ENV MAIN=dist/index.js
EXPOSE 3000
ENTRYPOINT ["run.sh"]
