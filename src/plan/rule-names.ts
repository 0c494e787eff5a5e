// Names of changes that no rule of the list makes. Here, so that who shows them need not load what migrates.

/** The rule that makes two stages of one; `--skip split-stages` leaves it out. */
export const splitRule = 'split-stages'

/** What the change is called by which a person edits the proposal. */
export const editedRule = 'edited'
