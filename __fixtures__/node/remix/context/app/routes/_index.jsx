export default function Index() {
  return <p>Recipes</p>
}
