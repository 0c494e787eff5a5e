FROM rust:1.79 AS builder
WORKDIR /app
# everything that the build needs
COPY . .
RUN cargo build --release

FROM debian:bookworm-slim AS runtime
WORKDIR /app
COPY --from=builder /app/target/release/server ./target/release/server
COPY --from=builder /app/pages ./pages
EXPOSE 8080
CMD ["./target/release/server"]
