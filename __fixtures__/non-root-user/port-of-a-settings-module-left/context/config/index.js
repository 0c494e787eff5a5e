export default Object.freeze({ server: { port: Number(process.env.PORT ?? 80) } })
