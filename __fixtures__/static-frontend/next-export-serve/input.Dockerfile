FROM node:20-alpine
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG NEXT_PUBLIC_SHOP
ENV NEXT_PUBLIC_SHOP=$NEXT_PUBLIC_SHOP NEXT_TELEMETRY_DISABLED=1
RUN npm run build
EXPOSE 3000
CMD ["npx", "serve@14", "out"]
