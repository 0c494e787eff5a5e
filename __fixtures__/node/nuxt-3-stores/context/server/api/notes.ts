export default defineEventHandler(async () => {
  const notes = useStorage('notes')
  await notes.setItem('last.json', { text: 'last' })
  return notes.getItem('first.json')
})
