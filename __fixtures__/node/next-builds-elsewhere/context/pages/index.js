export async function getServerSideProps({ req }) {
  return { props: { path: req.url } }
}

export default function Home({ path }) {
  return <p>You asked for {path}</p>
}
