FROM rust:1.79
WORKDIR /app
# everything that the build needs
COPY . .
RUN cargo build --release
EXPOSE 8080
CMD ["./target/release/server"]
