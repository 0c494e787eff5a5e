/** Programs that start several others and look after them, as root or as whom they are told. */
export const supervisors: ReadonlySet<string> = new Set(
  'supervisord s6-svscan runsvdir runsvdir-start runit circusd my_init monit'.split(' '),
)
