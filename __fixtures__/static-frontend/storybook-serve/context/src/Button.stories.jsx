export default { component: (props) => <button {...props} /> }
export const Plain = { args: { children: 'Press' } }
