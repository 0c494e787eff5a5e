FROM node:20-slim
LABEL maintainer="Jo Doe <jo@example.com>"
ENV NODE_ENV=production
ENV GREETING="hello  from     the kitchen"
ENV PATH=/app/bin:$PATH
ENV FORMAT="%s: %s plain"
WORKDIR /app
COPY package.json server.js ./
USER node
EXPOSE 3000
CMD ["node", "server.js"]
